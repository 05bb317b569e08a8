"""The times of an article as marks in its text, each with its value in words and where that comes from."""

from build_dossier import kwic
from build_dossier.article import Block
from build_dossier.extract.times import TimeExpression
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown, TimeMark
from build_dossier.pages.context import Context


def time_marks(context: Context, linked: LinkedReading, block: Block) -> list[TimeMark]:
    """The times of a block that have a value; an expression that runs over the end of its block is not marked."""
    return [
        TimeMark(
            start=time.start,
            end=time.end,
            value=time.value,
            title=Markdown(f"{context.date(time.value)} · {context.basis(time.basis)}"),
        )
        for time in linked.times
        if time.value is not None and block.start <= time.start < block.end and is_marked(linked, time)
    ]


def is_marked(linked: LinkedReading, time: TimeExpression) -> bool:
    """Whether an expression is marked: it has a value, lies in one block, and shares no character with a link."""
    if time.value is None or time.end > kwic.block_at(linked.reading.article, time.start).end:
        return False
    led = (link.mention for link in linked.links if link.entity is not None)
    return not any(mention.start < time.end and time.start < mention.end for mention in led)
