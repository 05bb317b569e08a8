"""How pages show who says what: names of speakers, marks in an article's text.

Comes in: the context and linked readings. Goes out: ``SpokenView``s for lists, ``SpeechMark``s for texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.article import Basis
from build_dossier.entity import Entity
from build_dossier.extract.quotations import Quotation
from build_dossier.extract.speakers import Speaker
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown, SpeechMark, escape_line
from build_dossier.pages.context import Context
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Whoever speaks, as a page names them."""

    name: str
    entity: Entity | None


def speaker_view(context: Context, linked: LinkedReading, speaker: Speaker) -> SpeakerView:
    """The entity's label; the words of the text where there is none."""
    found = linked.entity_of(speaker)
    entity = None if found is None else context.dossier.entities[found]
    return SpeakerView(name=speaker.name if entity is None else context.label(entity), entity=entity)


def speaker_name(context: Context, linked: LinkedReading, speaker: Speaker | None) -> str | None:
    """How a page names whoever speaks, if the text tells who does."""
    return None if speaker is None else speaker_view(context, linked, speaker).name


def speaker_words(context: Context, linked: LinkedReading, speaker: Speaker | None) -> Markdown | None:
    """As ``speaker_name``; the words of the text say their language where it is not that of the page."""
    if speaker is None:
        return None
    view, language = speaker_view(context, linked, speaker), linked.reading.article.language
    return in_language(escape_line(view.name), None if view.entity is not None else language, context.locale)


def in_language(words: Markdown, language: str | None, around: str) -> Markdown:
    """Words in an element that names their language, where it is known and another than that ``around`` them."""
    return words if language is None or language == around else Markdown(f'<span lang="{language}">{words}</span>')


def spoken(linked: LinkedReading) -> Iterator[Quotation]:
    """The quotations of an article that are somebody's words."""
    return (one for one in linked.reading.quotations if one.is_speech)


def anchor(quotation: Quotation) -> str:
    """Id of a quotation on the page of its article."""
    return f"q-{quotation.start}"


def speech_marks(context: Context, linked: LinkedReading, within: Span) -> list[SpeechMark]:
    """The marks of the quotations and reports that a block holds or that reach into it."""
    found = [
        SpeechMark(
            start=max(one.start, within.start),
            end=min(one.end, within.end),
            css="quotation",
            speaker=_title(context, linked, one.speaker, one.via),
            id=anchor(one) if within.start <= one.start else "",
        )
        for one in spoken(linked)
    ]
    reported = (one for one in linked.reading.attributions if not one.direct)
    found += [
        SpeechMark(
            start=max(one.content.start, within.start),
            end=min(one.content.end, within.end),
            css="reported" if one.source is not None else "reported unattributed",
            speaker=_title(context, linked, one.source, None),
            id="",
        )
        for one in reported
    ]
    return [mark for mark in found if mark.start < mark.end]


def _title(context: Context, linked: LinkedReading, speaker: Speaker | None, via: Speaker | None) -> str:
    """Who said it and which outlet carries it, for whoever points at the words."""
    t = context.t
    told = speaker_name(context, linked, speaker)
    name = t("not told by whom") if told is None else told
    words = [name] if via is None else [name, speaker_view(context, linked, via).name]
    by_editor = speaker is not None and speaker.basis is Basis.EDITOR
    return " · ".join([*words, *([context.basis(Basis.EDITOR)] if by_editor else [])])
