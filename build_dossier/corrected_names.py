"""The names of an article as the editor corrects them: laid over a Reading after it was made, before it is linked.

Comes in: Readings, and corrections with the words that they are about. Goes out: the same Readings, with names of
another type or extent, more or fewer of them; a ``Decision`` for each name whose entity is said; and a ``Problem`` for
what cannot be done. A Reading is kept from build to build as the machine made it: to correct it reads nothing again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation.placing import Corrections, Placed, of_kind
from build_dossier.annotation.word_correction import NOTHING, Corrected
from build_dossier.article import Article
from build_dossier.errors import Problem, Severity
from build_dossier.extract import Reading
from build_dossier.extract.lemmas import Name, lemmas
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.roles import Role
from build_dossier.extract.speakers import Speaker
from build_dossier.linking.judging import Decision

Decided = Mapping[tuple[str, int], Decision]
"""Whom names mean that the editor says, by article and start of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedNames:
    """What comes of correcting names."""

    readings: tuple[Reading, ...]
    decided: Decided
    problems: tuple[Problem, ...]


def correct_names(
    readings: Sequence[Reading], corrections: Corrections, types: Mapping[str, EntityType]
) -> CorrectedNames:
    """The Readings with their names corrected; ``types`` are those of the entities that have a file, by id."""
    decided: dict[tuple[str, int], Decision] = {}
    problems: list[Problem] = []
    corrected: list[Reading] = []
    for reading in readings:
        article = reading.article.id
        for one in of_kind(corrections, article, Corrected.MENTION):
            reading, mention = _corrected(reading, one, types, problems)  # noqa: PLW2901  # one correction on the other
            entity = one.said("entity")
            if mention is not None and entity is not None:
                nothing = entity == NOTHING
                decided[article, mention.start] = Decision(
                    entity=None if nothing else entity, against=(), nothing=nothing
                )
        corrected.append(reading)
    return CorrectedNames(readings=tuple(corrected), decided=decided, problems=tuple(problems))


def _corrected(
    reading: Reading, placed: Placed, types: Mapping[str, EntityType], problems: list[Problem]
) -> tuple[Reading, Mention | None]:
    """The Reading after one correction, and the name that it is about; ``None`` where there is none any more."""
    old = _meant(reading.mentions, placed)
    said = placed.said("type")
    if said == NOTHING:
        return _exchanged(reading, dict.fromkeys(old)), None
    entity = placed.said("entity") or ""
    kind = EntityType(said) if said is not None else types.get(entity, old[0].type if old else None)
    if len(old) > 1 and said is None:
        found = ", ".join(f"“{mention.form}”" for mention in old)
        problems.append(_problem(placed, "several-names", f"the quoted words hold several names: {found}", "mark one"))
        return reading, None
    if kind is None:
        problems.append(_problem(placed, "no-name", "no name was found in the quoted words", "say which: type: PER"))
        return reading, None
    new = _new(reading.article, placed, old, kind)
    return _exchanged(reading, dict.fromkeys(old, new), added=() if old else (new,)), new


def _meant(mentions: Iterable[Mention], placed: Placed) -> tuple[Mention, ...]:
    """The names that the quoted words are, else those that they share words with."""
    start, end = placed.span.start, placed.span.end
    shared = tuple(mention for mention in mentions if mention.start < end and start < mention.end)
    exact = tuple(mention for mention in shared if (mention.start, mention.end) == (start, end))
    named = tuple(mention for mention in shared if mention.level is Level.NAM)
    return exact[:1] or named or shared


def _new(article: Article, placed: Placed, old: Sequence[Mention], kind: EntityType) -> Mention:
    """The name as corrected: one in longer words keeps its extent, unless those are marked; else they are the name."""
    selector = placed.correction.quote.selector
    marked = bool(selector.prefix or selector.suffix)
    if len(old) == 1 and not marked and placed.span.start <= old[0].start and old[0].end <= placed.span.end:
        same = kind is old[0].type
        return old[0] if same else replace(old[0], type=kind, metonym=False)
    start, end = placed.span.start, placed.span.end
    (lemma,) = lemmas(article.text, article.language, [Name(start=start, end=end, full_end=end, kind=kind.value)])
    form = article.text[start:end]
    return Mention(start=start, end=end, form=form, lemma=lemma, type=kind, level=Level.NAM)


def _exchanged(reading: Reading, new: Mapping[Mention, Mention | None], added: tuple[Mention, ...] = ()) -> Reading:
    """The Reading with names exchanged, wherever they are spoken of; ``None`` takes one away."""

    def now(mention: Mention) -> Mention | None:
        return new.get(mention, mention)

    kept = (after for mention in reading.mentions if (after := now(mention)) is not None)
    mentions = sorted(dict.fromkeys((*kept, *added)), key=lambda mention: (mention.start, mention.end))
    return replace(
        reading,
        mentions=tuple(mentions),
        roles=tuple(same for role in reading.roles if (same := _role(role, now)) is not None),
        quotations=tuple(
            replace(one, speaker=_speaker(one.speaker, now), via=_speaker(one.via, now)) for one in reading.quotations
        ),
        attributions=tuple(replace(one, source=_speaker(one.source, now)) for one in reading.attributions),
    )


def _role(role: Role, now: Callable[[Mention], Mention | None]) -> Role | None:
    """The description of the same person; ``None`` where that is none any more."""
    mention = now(role.mention)
    if mention is None:
        return None
    return replace(role, mention=mention, of=tuple(after for one in role.of if (after := now(one)) is not None))


def _speaker(speaker: Speaker | None, now: Callable[[Mention], Mention | None]) -> Speaker | None:
    if speaker is None or speaker.mention is None:
        return speaker
    return replace(speaker, mention=now(speaker.mention))


def _problem(placed: Placed, code: str, message: str, hint: str) -> Problem:
    correction = placed.correction
    return Problem(
        severity=Severity.ERROR,
        code=code,
        file=correction.file,
        line=correction.line,
        message=message,
        hint=hint,
    )
