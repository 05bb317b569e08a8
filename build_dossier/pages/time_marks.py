"""The times of an article as marks in its text, each with its value in words and where that comes from."""

from build_dossier.article import Block
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
        if time.value is not None and block.start <= time.start and time.end <= block.end
    ]
