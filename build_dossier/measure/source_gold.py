"""Annotated sources of news texts: ``tests/quality/gold/sources.yml``, which holds offsets and no text.

Comes in: the text of the file. Goes out: ``SourcesOfText`` by the sha256 of the text's file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_dossier.errors import DossierError
from build_dossier.strict_yaml import Value, YamlError, read_yaml


class SourceGoldError(DossierError):
    """Annotations that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSource:
    """A source as the annotator sees it."""

    spans: tuple[tuple[int, int], ...]
    role: str
    anonymity: str
    count: int | None
    via: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesOfText:
    """The sources of one text."""

    id: str
    sha256: str
    topic: str
    language: str
    held: bool
    """Whether its errors are not to be read while rules are written."""
    sources: tuple[GoldSource, ...]


def read_source_gold(text: str) -> Mapping[str, SourcesOfText]:
    """The annotations by sha256.

    Raises:
        SourceGoldError: the file is no YAML, or an entry is not what it should be.
    """
    try:
        entries = read_yaml(text).data["texts"]
        assert isinstance(entries, tuple)
        return {one.sha256: one for one in map(_text, entries)}
    except YamlError as error:
        raise SourceGoldError(f"line {error.line}: {error.message}") from None
    except (AssertionError, KeyError, ValueError) as error:
        raise SourceGoldError(f"the annotations are not as expected: {type(error).__name__}: {error}") from None


def _text(entry: Value) -> SourcesOfText:
    assert isinstance(entry, Mapping)
    return SourcesOfText(
        id=str(entry["id"]),
        sha256=str(entry["sha256"]),
        topic=str(entry["topic"]),
        language=str(entry["language"]),
        held=entry["held"] == "true",
        sources=tuple(_sources(entry["sources"])),
    )


def _sources(value: Value) -> Iterator[GoldSource]:
    assert isinstance(value, tuple)
    for entry in value:
        assert isinstance(entry, Mapping)
        spans, via, count = entry["spans"], entry.get("via"), entry.get("count")
        assert isinstance(spans, tuple)
        yield GoldSource(
            spans=tuple(map(_span, spans)),
            role=str(entry["role"]),
            anonymity=str(entry["anonymity"]),
            count=None if count is None else int(str(count)),
            via=None if via is None else _span(via),
        )


def _span(value: Value) -> tuple[int, int]:
    assert isinstance(value, tuple)
    start, end = (int(str(one)) for one in value)
    return start, end
