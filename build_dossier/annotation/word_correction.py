"""What the editor corrects of an article's words, by quoting them: whom a name means, who speaks, when it was.

Comes in: the lists ``mentions``, ``quotations`` and ``times`` of a front matter. Goes out: ``WordCorrection``s with all
that can be used, and a ``Problem`` for everything else. The words are quoted as in a note: ``before ==these== after``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from build_dossier.annotation.attributes import bad_date_hint
from build_dossier.annotation.quote import Quote
from build_dossier.errors import Problem, Severity
from build_dossier.extract.mentions import EntityType
from build_dossier.strict_yaml import Document, Value
from build_dossier.text.edtf import is_edtf
from build_dossier.text.likeness import nearest

NOTHING = "none"
"""What the editor writes for nothing: no page, no name at all, nobody in particular, no time."""


class Corrected(Enum):
    """What of the machine's findings is corrected; the value is the key of the front matter."""

    MENTION = "mentions"
    QUOTATION = "quotations"
    TIME = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCorrection:
    """What the editor says of quoted words of one article."""

    article: str
    kind: Corrected
    quote: Quote
    values: tuple[tuple[str, str], ...]
    """What is said, by key: ``("entity", "jane-doe")``; ``NOTHING`` for nothing."""
    file: str
    line: int | None

    def said(self, key: str) -> str | None:
        """The value of a key; ``None`` where nothing is said."""
        return dict(self.values).get(key)


_TYPES = {
    **{kind.value.casefold(): kind.value for kind in EntityType},
    # As ``docs/entities`` and the addresses of pages have them.
    "person": "PER",
    "organisation": "ORG",
    "place": "LOC",
    "location": "LOC",
    "event": "EVT",
    NOTHING: NOTHING,
}

Check = Callable[[str], tuple[str | None, str]]
"""A value to the value that is used, or ``None`` and what to write instead."""


def _plain(value: str) -> tuple[str | None, str]:
    return value or None, ""


def _type(value: str) -> tuple[str | None, str]:
    if (known := _TYPES.get(value.casefold())) is not None:
        return known, ""
    meant = nearest(value, _TYPES)
    names = ", ".join(kind.value for kind in EntityType)
    return None, f"perhaps {_TYPES[meant]}" if meant is not None else f"known are {names} and {NOTHING}"


def _edtf(value: str) -> tuple[str | None, str]:
    return (value, "") if value == NOTHING or is_edtf(value) else (None, bad_date_hint(value))


KEYS: Mapping[Corrected, Mapping[str, Check]] = MappingProxyType(
    {
        Corrected.MENTION: {"entity": _plain, "type": _type},
        Corrected.QUOTATION: {"speaker": _plain},
        Corrected.TIME: {"value": _edtf},
    }
)
"""What can be said of words beside their ``quote``."""

LISTS = tuple(kind.value for kind in Corrected)
"""The keys of the front matter that hold lists of quoted words."""


def read_word_corrections(
    document: Document, *, article: str, file: str, quoted: Callable[[str], Quote]
) -> tuple[tuple[WordCorrection, ...], tuple[Problem, ...]]:
    """What a front matter says of quoted words of ``article``, and what is wrong with it.

    Args:
        document: The front matter.
        article: Id of the article.
        file: Path of the file, for problems.
        quoted: What words quote.
    """
    reader = _Reader(document, article, file, quoted)
    found = tuple(one for kind in Corrected for one in reader.of(kind))
    return found, tuple(reader.problems)


class _Reader:
    """Takes one entry after another."""

    def __init__(self, document: Document, article: str, file: str, quoted: Callable[[str], Quote]) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._article = article
        self._file = file
        self._quoted = quoted

    def of(self, kind: Corrected) -> Iterator[WordCorrection]:
        """The corrections of one list."""
        entries = self._document.data.get(kind.value)
        if entries is None:
            return
        if not isinstance(entries, tuple):
            self._complain("bad-value", f"{kind.value} is a list", f"- quote: …, {_example(kind)}", kind.value)
            return
        for index, entry in enumerate(entries):
            correction = self._entry(kind, entry, str(index))
            if correction is not None:
                yield correction

    def _entry(self, kind: Corrected, entry: Value, index: str) -> WordCorrection | None:
        where = (kind.value, index)
        words = entry.get("quote") if isinstance(entry, Mapping) else None
        if not isinstance(entry, Mapping) or not isinstance(words, str) or not words.strip():
            self._complain("correction-without-quote", "it does not say of which words", "quote: …", *where)
            return None
        quote = self._quoted(words)
        if quote.mistake is not None:
            self._complain(*quote.mistake, "mark the words once: ==words==", *where, "quote")
            return None
        values = tuple(self._values(kind, entry, where))
        if entry.keys() == {"quote"}:
            self._complain("correction-empty", "it says nothing of the quoted words", _example(kind), *where)
        if not values:
            return None
        return WordCorrection(
            article=self._article,
            kind=kind,
            quote=quote,
            values=values,
            file=self._file,
            line=self._document.line(*where, "quote"),
        )

    def _values(self, kind: Corrected, entry: Mapping[str, Value], where: tuple[str, str]) -> Iterator[tuple[str, str]]:
        known = KEYS[kind]
        for key, value in entry.items():
            if key == "quote":
                continue
            if key not in known:
                meant = nearest(key, ("quote", *known))
                hint = f"perhaps {meant}" if meant is not None else f"known are quote and {', '.join(known)}"
                self._complain("unknown-key", f"unknown key “{key}”", hint, *where, key)
            elif not isinstance(value, str):
                self._complain("bad-value", f"{key} is one value", f"{NOTHING} for nothing", *where, key)
            else:
                used, hint = known[key](" ".join(value.split()))
                if used is not None:
                    yield key, used
                else:
                    self._complain("bad-value", f"“{value}” is no {_NAMES.get(key, key)}", hint, *where, key)

    def _complain(self, code: str, message: str, hint: str, *path: str) -> None:
        line = self._document.line(*path)
        self.problems.append(
            Problem(severity=Severity.ERROR, code=code, file=self._file, line=line, message=message, hint=hint or None)
        )


_NAMES = {"value": "date", "type": "type of names"}


def _example(kind: Corrected) -> str:
    """What an entry of a list says beside its quotation."""
    return {
        Corrected.MENTION: "entity: jane-doe, or type: PER",
        Corrected.QUOTATION: "speaker: jane-doe, or a name",
        Corrected.TIME: "value: 2025-06-21",
    }[kind]
