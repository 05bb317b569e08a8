"""Quotations and claims of a gold file.

Comes in: the entry of one article. Goes out: ``GoldWords``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_dossier.strict_yaml import Value

_KINDS = {"quotes": "", "not_quotes": "none", "claims": "claim"}
"""What the entries of a list are; quotations say it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldWords:
    """A quotation, a claim or what is no quotation."""

    kind: str
    """``speech``, ``published_text``, ``fragment``, ``term``; ``claim``; ``none``."""
    level: str
    start: int
    end: int
    speaker: str
    """The gold's id with whatever it says besides; empty where there is none."""
    named: bool
    """Whether the speaker is somebody with a name of their own."""


def gold_words(data: Mapping[str, Value]) -> Iterator[GoldWords]:
    """The quotations, what is none, and the claims of an article.

    Raises:
        KeyError, TypeError, ValueError: an entry is not what it should be.
    """
    for key, kind in _KINDS.items():
        items = data.get(key) or ()
        if not isinstance(items, tuple):
            raise TypeError(f"a list was expected, not {items!r}")
        for item in items:
            if not isinstance(item, Mapping):
                raise TypeError(f"a mapping was expected, not {item!r}")
            yield GoldWords(
                kind=kind or str(item["kind"]),
                level=str(item.get("level") or ""),
                start=int(str(item["start"])),
                end=int(str(item["end"])),
                speaker=str(item.get("speaker") or item.get("source") or ""),
                named="unnamed" not in str(item.get("speaker_is")),
            )
