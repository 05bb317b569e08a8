"""Who says a term where it stands: the outlet in its own words, somebody as reported, somebody as quoted.

Comes in: a ``LinkedReading``, a stretch of its text. Goes out: a ``Said``. What stands between quotation marks is
quoted, or set apart where the marks only keep a word away; what a report holds is reported, by the innermost's source.
«Об этом сообщило агентство» after a sentence says where the news is from, not whose words it is told in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

from build_dossier.article import BlockKind
from build_dossier.extract.attributions import Attribution
from build_dossier.extract.quotations import Manner, Quotation
from build_dossier.extract.speakers import Speaker
from build_dossier.kwic import block_at
from build_dossier.link import LinkedReading

_NEAR = 12
"""Reports and quotations before a place that may reach over it; they nest no deeper."""
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CROSSHEAD})


class Voice(Enum):
    """Whose word a term is."""

    OWN = "own"
    """The outlet's, outside quotation marks and reports."""
    REPORTED = "reported"
    """In what the outlet tells in its words as said by somebody; whose word it was cannot be told."""
    QUOTED = "quoted"
    """Somebody's, in quotation marks."""
    APART = "apart"
    """The outlet's, in quotation marks that keep it away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A voice, and whose it is where the text tells."""

    voice: Voice
    speaker: Speaker | None = None
    heading: bool = False
    """Whether it stands in a headline, standfirst or crosshead."""


class Voices:
    """The voices of one article."""

    def __init__(self, linked: LinkedReading) -> None:
        reading = linked.reading
        self._article = reading.article
        self._quotations = sorted(reading.quotations, key=attrgetter("start"))
        reports = (one for one in reading.attributions if not one.direct and not _says_where_from(one, linked))
        self._reports = sorted(reports, key=lambda one: one.content.start)

    def of(self, start: int, end: int, *, spelling: bool = False) -> Said:
        """The voice of a stretch; one that quotation marks hold in part is in them.

        How a word is spelled in what the outlet retells is the outlet's own choice.
        """
        block = block_at(self._article, start)
        heading = block.kind in _HEADS
        quotation = next(self._quoting(start, end), None)
        if quotation is not None and quotation.is_speech:
            return Said(voice=Voice.QUOTED, speaker=quotation.speaker, heading=heading)
        if quotation is not None and quotation.manner is Manner.SCARE:
            return Said(voice=Voice.APART, heading=heading)
        report = min(self._reporting(start, end), key=lambda one: one.content.end - one.content.start, default=None)
        if report is not None and not spelling:
            return Said(voice=Voice.REPORTED, speaker=report.source, heading=heading)
        return Said(voice=Voice.OWN, heading=heading)

    def _quoting(self, start: int, end: int) -> Iterator[Quotation]:
        after = bisect_left(self._quotations, end, key=attrgetter("start"))
        return (one for one in self._quotations[max(0, after - _NEAR) : after] if start < one.end)

    def _reporting(self, start: int, end: int) -> Iterator[Attribution]:
        after = bisect_left(self._reports, start + 1, key=lambda one: one.content.start)
        return (one for one in self._reports[max(0, after - _NEAR) : after] if end <= one.content.end)


def _says_where_from(report: Attribution, linked: LinkedReading) -> bool:
    """Whether an outlet is named in a sentence of its own, behind the one that it is the source of."""
    source, sentences = report.source, linked.reading.voices
    at = bisect_right(sentences, report.cue.start, key=attrgetter("start")) - 1
    if source is None or at < 0 or report.content.end > sentences[at].start:
        return False
    cited = (span for one in linked.sources if one.is_outlet for span in one.citation.spans)
    return any(span.start < source.end and source.start < span.end for span in cited)
