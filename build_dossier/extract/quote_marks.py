"""Which quotation marks belong together.

Comes in: a text and the stretches of it that are read. Goes out: ``Marked`` stretches, outermost only, disjoint, in
text order. « » and „ “ say by themselves whether they open; " and “ by what stands beside them. A mark that nothing
closes reaches to the end of its paragraph, unless one of the next paragraphs closes it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.text.span import Span, trim

_MARK = re.compile('[«»“”„‟"]')
_OPENS = frozenset("«„")
_PARTNER = {"»": "«", "”": '“„‟"', "“": "„“‟", '"': '"“„'}
_ATTRIBUTED = re.compile(r"[,.!?…]\s?[–—-]\s(?=[^\W\d_])")
_BEFORE_OPENING = frozenset("([{–—-/«„“\"'")
_NESTED = 8
"""Marks that may stand open within one another."""
_NAME_OPENS = 12
"""Characters between two opening marks of one name: «ТОВ «»."""
_SPANNING = 12
"""Paragraphs that one quotation may run over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch between quotation marks."""

    open: int
    """Where the opening mark stands."""
    start: int
    end: int
    close: int
    """Behind the closing mark; ``end`` where nothing closes."""

    @property
    def closed(self) -> bool:
        """Whether a mark closes it."""
        return self.close > self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loose:
    """A mark without its partner in its paragraph."""

    at: int
    char: str


def marked(text: str, blocks: Sequence[Span]) -> tuple[Marked, ...]:
    """What stands between quotation marks in the blocks of a text."""
    found: list[Marked] = []
    opened: list[tuple[_Loose, int]] = []
    for number, block in enumerate(blocks):
        whole, openings, closing = _paired(text, block)
        if closing is not None and opened and number - opened[-1][1] < _SPANNING:
            loose, _ = opened.pop()
            while found and found[-1].open >= loose.at:
                found.pop()
            whole = [one for one in whole if one.open > closing.at]
            found.append(_between(text, loose.at, closing.at, closing.at + 1))
        found += _outermost([*whole, *(_unclosed(text, one.at, block.end, whole) for one in openings[:1])])
        opened = [(one, number) for one in openings[-1:]] or [o for o in opened if not whole and closing is None]
    return tuple(sorted((one for one in found if one.start < one.end), key=lambda one: one.open))


def _paired(text: str, block: Span) -> tuple[list[Marked], list[_Loose], _Loose | None]:
    """The pairs of a block, the openings that nothing closes, the first closing that nothing opened."""
    stack: list[_Loose] = []
    pairs: list[Marked] = []
    loose: _Loose | None = None
    for match in _MARK.finditer(text, block.start, block.end):
        at, char = match.start(), match.group()
        if _opening(text, at, block, stack):
            stack.append(_Loose(at=at, char=char))
            continue
        last = len(stack) - 1
        partner = next((i for i in range(last, max(last - _NESTED, -1), -1) if _closes(char, stack[i].char)), None)
        if partner is not None:
            pairs.append(_between(text, stack[partner].at, at, at + 1))
            del stack[partner:]
        elif loose is None and not stack:
            loose = _Loose(at=at, char=char)
    return pairs, stack, loose


def _closes(char: str, opened: str) -> bool:
    return opened in _PARTNER.get(char, char)


def _opening(text: str, at: int, block: Span, stack: Sequence[_Loose]) -> bool:
    char = text[at]
    if char in _OPENS:
        return True
    if char == "»":
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if char == "“" and any(one.char == "„" for one in stack[-_NESTED:]):
        return False
    return (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in "«„“(\"…'.-–—[#$@№")


def _between(text: str, opened: int, end: int, close: int) -> Marked:
    inner = trim(text, opened + 1, end)
    return Marked(open=opened, start=inner.start, end=max(inner.start, inner.end), close=close)


def _unclosed(text: str, opened: int, end: int, pairs: Sequence[Marked]) -> Marked:
    """To the mark that closes another as well, to the attribution, else to the end of the paragraph.

    «ТОВ «Назва»» is often printed with one mark at its end.
    """
    inside = next((pair for pair in pairs if opened < pair.open <= opened + _NAME_OPENS), None)
    if inside is not None and text[inside.open] in _OPENS and text[opened + 1 : inside.open].isupper():
        return Marked(open=opened, start=opened + 1, end=inside.end, close=inside.close)
    told = _ATTRIBUTED.search(text, opened, end)
    inner = trim(text, opened + 1, end if told is None else told.start())
    return Marked(open=opened, start=inner.start, end=inner.end, close=inner.end)


def _outermost(found: Sequence[Marked]) -> Iterator[Marked]:
    last = -1
    for one in sorted(found, key=lambda one: (one.open, -one.close)):
        if one.open >= last:
            last = one.close
            yield one
