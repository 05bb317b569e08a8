"""What a line is among its neighbours: headline, standfirst, byline, crosshead, list item.

Comes in: a ``Place``: a stretch of which no line rule knew anything, with what stands above and below. Goes out: its
``BlockKind``, or ``None``: a paragraph. The first rule with an opinion decides. Rules look only a few stretches ahead,
so that a text of any length is read in linear time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import BlockKind, formulas
from build_dossier.article.chunks import list_marker
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span

LONGEST_HEADLINE = 200
"""Code points; of the first lines of 793 news texts the longest headline had 167."""
LONGEST_TWO_SENTENCE_HEADLINE = 130
LONGEST_STANDFIRST = 500
LONGEST_CROSSHEAD = 110
MOST_CROSSHEAD_WORDS = 14
LOOK_AHEAD = 12
"""Stretches: between a headline and the body stand at most a few stamps, captions and buttons."""
TOP = 12
"""Stretches from the top within which a line can be a byline above the body."""

PASSED_OVER = frozenset(
    {BlockKind.STAMP, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.SOURCE_LINE, BlockKind.BOILERPLATE}
)
"""Kinds that do not part what stands above them from what stands below."""

_STOPS = (".", ";", ",", ":", "…")
_CLOSERS = "»”\"“’')]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch among its neighbours."""

    text: str
    spans: Sequence[Span]
    kinds: Sequence[BlockKind | None]
    """Parallel to ``spans``; ``None`` where no rule has spoken yet."""
    at: int
    """Which of ``spans`` is asked about."""
    above: BlockKind | None
    """The kind of the stretch before that is none of ``PASSED_OVER``."""
    below_body: bool
    """Whether a paragraph of prose stands above."""
    prefixed: bool
    """Whether the first stretch shares its line with a machine prefix: the headline was lost there."""

    @property
    def line(self) -> str:
        """The words of the stretch."""
        return self.spans[self.at].of(self.text)

    def words(self, at: int) -> str:
        """The words of another stretch."""
        return self.spans[at].of(self.text)

    def open_below(self) -> Iterator[int]:
        """The next stretches of which nothing is known, nearest first."""
        below = range(self.at + 1, min(len(self.spans), self.at + 1 + LOOK_AHEAD))
        return (at for at in below if self.kinds[at] is None)


PlaceRule = Callable[[Place], BlockKind | None]


def listed(place: Place) -> BlockKind | None:
    """«1. …» beside «2. …», or dashes after a colon; a dialogue has dashes too, but asks and answers in sentences."""
    marker = list_marker(place.line)
    if marker is None or marker == "•":
        return None
    if place.at > 0 and list_marker(place.words(place.at - 1)) == marker:
        return BlockKind.LIST_ITEM if place.kinds[place.at - 1] == BlockKind.LIST_ITEM else None
    lines = _run(place, marker)
    if len(lines) < 2:
        return None
    return BlockKind.LIST_ITEM if marker != "-" or _is_dashed_list(place, lines) else None


def after_prefix(place: Place) -> BlockKind | None:
    """The words on the line of a machine prefix are the standfirst, with a stop or without; never the headline."""
    is_deck = place.at == 0 and place.prefixed and len(place.line) <= LONGEST_STANDFIRST
    return BlockKind.STANDFIRST if is_deck and _prose_follows(place) else None


def person_then_place(place: Place) -> BlockKind | None:
    """«Іван Петренко, Київ» above the body or at the very end."""
    if not _may_be_byline(place) or not formulas.person_and_place(place.line):
        return None
    surname = place.line.split(",")[0].split()[-1]
    return None if _is_actor(place, surname) else BlockKind.BYLINE


def bare_person(place: Place) -> BlockKind | None:
    """«Ірина Коваль» under the headline or at the very end; whom the text names again is its hero, not its author.

    At the very top it may be a headline («Джо Байден»).
    """
    if place.above is None or not _may_be_byline(place):
        return None
    surname = formulas.person_alone(place.line)
    return None if surname is None or _is_actor(place, surname) else BlockKind.BYLINE


def first_without_stop(place: Place) -> BlockKind | None:
    """The first words, short, without a final stop, before prose: the headline."""
    if place.above not in {None, BlockKind.DATELINE} or place.below_body or len(place.line) > LONGEST_HEADLINE:
        return None
    ends_as_head = no_final_stop(place.line) or place.line.endswith(("...", "…"))
    if not ends_as_head or not _is_head(place.line) or (place.at == 0 and place.prefixed):
        return None
    return BlockKind.HEADLINE if _prose_follows(place) else None


def deck(place: Place) -> BlockKind | None:
    """Words without a final stop above the body: under a headline, or first where the headline was lost."""
    if place.above not in {None, BlockKind.HEADLINE} or not no_final_stop(place.line):
        return None
    is_deck = len(place.line.split()) >= 3 and len(place.line) <= LONGEST_STANDFIRST and _prose_follows(place)
    return BlockKind.STANDFIRST if is_deck else None


def under_related_links(place: Place) -> BlockKind | None:
    """Titles without a stop below the body after «Читайте також:»."""
    if not place.below_body or place.kinds[place.at - 1] != BlockKind.BOILERPLATE:
        return None
    is_title = no_final_stop(place.line) and len(place.line) <= LONGEST_HEADLINE and not _text_goes_on(place)
    return BlockKind.BOILERPLATE if is_title else None


def short_between_paragraphs(place: Place) -> BlockKind | None:
    """A short line without a stop, below headline or prose and above prose or a list: a crosshead.

    A dash before it begins a speech.
    """
    line = place.line
    if len(line) > LONGEST_CROSSHEAD or len(line.split()) > MOST_CROSSHEAD_WORDS or not no_final_stop(line):
        return None
    begins = line.lstrip('«"“„(')[:1]
    if not (begins.isupper() or begins.isdigit()) or place.above is None or not any(map(str.isalpha, line)):
        return None
    return BlockKind.CROSSHEAD if _text_goes_on(place) else None


PLACE_RULES: tuple[PlaceRule, ...] = (
    listed,
    after_prefix,
    person_then_place,
    bare_person,
    first_without_stop,
    deck,
    under_related_links,
    short_between_paragraphs,
)


def no_final_stop(line: str) -> bool:
    """Whether a line ends as a headline does: no full stop, comma, colon; «?» and «!» are welcome."""
    bare = line.rstrip(_CLOSERS)
    return bare != "" and not bare.endswith(_STOPS) and not line.endswith(_STOPS)


def is_prose(line: str) -> bool:
    """Ends as a sentence does, in more than a few words, or is longer than any headline."""
    if len(line) > LONGEST_HEADLINE:
        return True
    return len(line.split()) >= 5 and line.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":"))


def _is_head(line: str) -> bool:
    """One sentence, or one and a word or two («… за Білий дім. ВІДЕО»), or two short ones."""
    if len(line) <= LONGEST_TWO_SENTENCE_HEADLINE:
        return len(sentences(line)) <= 2
    return all(len(sentence.of(line).split()) <= 3 for sentence in sentences(line)[1:])


def _prose_follows(place: Place) -> bool:
    """Whether body text comes soon: within the next five stretches that are not known to be something else."""
    return any(is_prose(place.words(below)) for below, _ in zip(place.open_below(), range(5), strict=False))


def _text_goes_on(place: Place) -> bool:
    """Whether prose or a list stands right below, captions and stamps passed over."""
    passed = {BlockKind.CAPTION, BlockKind.STAMP}
    window = range(place.at + 1, min(len(place.spans), place.at + 1 + LOOK_AHEAD))
    below = next((at for at in window if place.kinds[at] not in passed), None)
    if below is None:
        return False
    kind = place.kinds[below]
    return kind == BlockKind.LIST_ITEM or (kind is None and is_prose(place.words(below)))


def _may_be_byline(place: Place) -> bool:
    """Above the body near the top, or the last stretch."""
    is_last = next(place.open_below(), None) is None and place.at + LOOK_AHEAD >= len(place.spans)
    return is_last or (not place.below_body and place.at < TOP)


def _is_actor(place: Place, surname: str) -> bool:
    """Whether a surname occurs again outside its line, in any case: its first letters, without the ending."""
    stem = surname[: max(4, len(surname) - 2)]
    own = place.spans[place.at]
    return place.text.find(stem, 0, own.start) >= 0 or place.text.find(stem, own.end) >= 0


def _run(place: Place, marker: str) -> list[str]:
    """The lines from the stretch on that begin with the same kind of marker."""
    lines = []
    for at in range(place.at, len(place.spans)):
        if list_marker(place.words(at)) != marker:
            break
        lines.append(place.words(at))
    return lines


def _is_dashed_list(place: Place, lines: list[str]) -> bool:
    if all(line.endswith((";", ",")) for line in lines[:-1]):
        return True
    is_announced = place.at > 0 and place.words(place.at - 1).endswith(":")
    return is_announced and not any(line.endswith(("?", "!")) for line in lines)
