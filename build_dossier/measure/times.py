"""Time expressions: found against annotated, and the seeds' gold events.

Comes in: readings, a file of annotations that knows its texts by their digests, the gold's time expressions. Goes out:
rows for spans and values, the texts that rules were made on apart from those held out, and every mistake.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.errors import DossierError
from build_dossier.extract.times import TimeExpression
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import GoldArticle
from build_dossier.measure.report import Mistake, Section, mistake
from build_dossier.measure.score import Counts, Row
from build_dossier.strict_yaml import Value, YamlError, read_yaml


class TimesGoldError(DossierError):
    """A file of annotations that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """One annotated time expression."""

    start: int
    end: int
    value: str | None
    type: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One annotated text, known by its bytes."""

    id: str
    sha256: str
    held_out: bool
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A text with what was annotated and what was found."""

    name: str
    text: str
    gold: Sequence[GoldTime]
    found: Sequence[TimeExpression]


def read_times_gold(text: str) -> tuple[GoldText, ...]:
    """The annotated texts of a file.

    Raises:
        TimesGoldError: the file is not as expected.
    """
    try:
        texts = read_yaml(text).data["texts"]
        return tuple(_text(item) for item in texts or ())
    except YamlError as error:
        raise TimesGoldError(f"line {error.line} of the annotated times: {error.message}") from None
    except (KeyError, TypeError, ValueError) as error:
        raise TimesGoldError(f"the annotated times are not as expected: {error}") from None


def _text(item: Value) -> GoldText:
    if not isinstance(item, Mapping):
        raise TypeError(f"a mapping was expected, not {item!r}")
    rows = item["times"] or ()
    return GoldText(
        id=str(item["id"]),
        sha256=str(item["sha256"]),
        held_out=item["held_out"] == "true",
        times=tuple(_time(row) for row in rows),
    )


def _time(row: Value) -> GoldTime:
    if not isinstance(row, tuple) or len(row) != 5:
        raise TypeError(f"start, end, value, type and basis were expected, not {row!r}")
    start, end, value, kind, basis = row
    found = None if value is None else str(value)
    return GoldTime(start=int(str(start)), end=int(str(end)), value=found, type=str(kind), basis=str(basis))


def annotated(gold: Sequence[GoldText], readings: Mapping[str, LinkedReading]) -> Iterator[Section]:
    """Figures for the annotated texts that are there, by their digests."""
    for title, held_out in (("Times, development texts", False), ("Times, held-out texts", True)):
        wanted = [one for one in gold if one.held_out is held_out]
        there = [_measured(one, readings[one.sha256]) for one in wanted if one.sha256 in readings]
        remark = f"{len(there)} of {len(wanted)} annotated texts are here; what each says by itself."
        rows, mistakes = figures(there)
        yield Section(title=title, remarks=(remark,), rows=rows, mistakes=mistakes)


def _measured(gold: GoldText, linked: LinkedReading) -> Measured:
    return Measured(name=gold.id, text=linked.reading.article.text, gold=gold.times, found=linked.reading.times)


def figures(texts: Sequence[Measured]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """Spans (exact, and touching), and of those that touch: value, type, basis."""
    exact, touching = Counts(), Counts()
    right = {"value": Counts(), "type": Counts(), "basis": Counts()}
    mistakes: list[Mistake] = []
    for text in texts:
        gold, found = {(t.start, t.end) for t in text.gold}, {(t.start, t.end) for t in text.found}
        exact += Counts(right=len(gold & found), found=len(found), gold=len(gold))
        pairs = list(_pairs(text))
        touching += Counts(right=len(pairs), found=len(text.found), gold=len(text.gold))
        mistakes += _span_mistakes(text, pairs)
        for wanted, ours in pairs:
            for name, one, other in _facets(wanted, ours):
                right[name] += Counts(right=int(one == other), found=1, gold=1)
                if one != other:
                    what = f"wanted {one}, found {other} ({ours.rule})"
                    mistakes.append(mistake(f"times: {name}", text.name, text.text, (ours.start, ours.end), what))
    rows = (
        exact.row("time expressions, exact span"),
        touching.row("time expressions, touching"),
        *(counts.row(f"{name} of those that touch", single=True) for name, counts in right.items()),
    )
    return rows, tuple(mistakes)


def _facets(gold: GoldTime, found: TimeExpression) -> Iterator[tuple[str, str | None, str | None]]:
    yield "value", gold.value, found.value
    yield "type", gold.type, found.type.value
    yield "basis", gold.basis, found.basis.value


def _pairs(text: Measured) -> Iterator[tuple[GoldTime, TimeExpression]]:
    """Each annotated expression with the first one found that shares a character with it, each used once."""
    left = list(text.found)
    for gold in text.gold:
        ours = next((one for one in left if one.start < gold.end and gold.start < one.end), None)
        if ours is not None:
            left.remove(ours)
            yield gold, ours


def _span_mistakes(text: Measured, pairs: Sequence[tuple[GoldTime, TimeExpression]]) -> Iterator[Mistake]:
    matched = [gold for gold, _ in pairs]
    taken = [found for _, found in pairs]
    for gold, found in pairs:
        if (gold.start, gold.end) != (found.start, found.end):
            what = f"wanted “{text.text[gold.start : gold.end]}” ({found.rule})"
            yield mistake("times: span", text.name, text.text, (found.start, found.end), what)
    for gold in text.gold:
        if gold not in matched:
            yield mistake("times: missed", text.name, text.text, (gold.start, gold.end), gold.type)
    for found in text.found:
        if found not in taken:
            what = f"{found.value} {found.rule}"
            yield mistake("times: too many", text.name, text.text, (found.start, found.end), what)


def on_seeds(pairs: Sequence[tuple[GoldArticle, LinkedReading]]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """The gold events' own time expressions: whether they are found, with their value and basis."""
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for name, basic in (("basic", True), ("hard", False)):
        found, value, basis = Counts(), Counts(), Counts()
        for gold, linked in pairs:
            for wanted in (one for one in gold.times if one.basic is basic):
                ours = next((t for t in linked.times if t.start < wanted.end and wanted.start < t.end), None)
                known = ours is not None and ours.value is not None
                found += Counts(right=int(ours is not None), found=int(ours is not None), gold=1)
                value += Counts(right=int(ours is not None and ours.value == wanted.value), found=int(known), gold=1)
                basis += Counts(
                    right=int(ours is not None and ours.basis.value == wanted.basis), found=int(known), gold=1
                )
                if ours is None or ours.value != wanted.value or ours.basis.value != wanted.basis:
                    told = "nothing" if ours is None else f"{ours.value} ({ours.basis.value}, {ours.rule})"
                    what = f"wanted {wanted.value} ({wanted.basis}), found {told}"
                    at = (wanted.start, wanted.end)
                    mistakes.append(
                        mistake(f"times of events, {name}", gold.seed, linked.reading.article.text, at, what)
                    )
        rows += [
            found.row(f"times of {name} events, found"),
            value.row(f"times of {name} events, value"),
            basis.row(f"times of {name} events, basis"),
        ]
    return tuple(rows), tuple(mistakes)
