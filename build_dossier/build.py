"""The whole pipeline: sources in, site source out; pure, the same for the same sources.

``build`` is the picture of DESIGN.md §1 as one function; nothing flows back.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from build_dossier import exports
from build_dossier.annotation import Anchor, Note
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.placing import place
from build_dossier.annotation.record import Records, read_records
from build_dossier.annotation.remembering import Accepted, accept, to_remember
from build_dossier.annotation.subject import settle
from build_dossier.article import Correction, Seed, intake, seed_memory
from build_dossier.article.duplicates import duplicates
from build_dossier.article.seed import read_seeds
from build_dossier.article.unicode_attacks import unicode_attacks
from build_dossier.compare.copies import Copy, copies
from build_dossier.compare.disagreeing import Disagreement, disagreements
from build_dossier.corrected import correct
from build_dossier.corrected_names import correct_names
from build_dossier.dating import Settlement, settled, settlements
from build_dossier.dossier import Dossier, Map, Recall, Sources, TextFile, afresh
from build_dossier.editorial import Editorial, findings_in_prose, read_editorial
from build_dossier.errors import Problem, Severity
from build_dossier.events import finding
from build_dossier.events.settling import Settled
from build_dossier.extract import Reading, extract
from build_dossier.extract.tagger import packaged
from build_dossier.framing import Framing, Hit
from build_dossier.framing.matching import all_hits
from build_dossier.ground import ground, remembering, seeds_digest
from build_dossier.link import Linked, link
from build_dossier.linked_form import form
from build_dossier.linking import identity
from build_dossier.pages import LatePage, Page, Site, display
from build_dossier.pages.cards import Cards
from build_dossier.pages.context import Context, make_context
from build_dossier.pages.grouping import grouped
from build_dossier.pages.kinds import PAGE_KINDS
from build_dossier.rendering import Renderer
from build_dossier.review import doubts
from build_dossier.spoken_dates import spoken_dates
from build_dossier.typed_json import plain, reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What comes of a build."""

    dossier: Dossier
    site: Site
    problems: tuple[Problem, ...]
    """All of them, gravest first."""
    memory: tuple[TextFile, ...]
    """What is to be written to ``.dossier/`` once the site is published."""
    grounds: tuple[str, str]
    """One value for all that the pages are made of but notes and hand-written pages; and the same once ``memory`` has
    been written: a build then makes the same pages."""
    accept: Callable[[Collection[str]], tuple[tuple[Accepted, ...], tuple[TextFile, ...]]]
    """What the editor may accept of the notes with some ids, or of all, and the files of ``.dossier/`` that say so."""


def build(sources: Sources, *, run_map: Map = map, recall: Recall = afresh) -> Build:
    """The dossier and its site; articles are read through ``run_map``, what needs them all is made by ``recall``."""
    seeds, seed_problems = read_seeds((file.name, file.data) for file in sources.seeds)
    editorial = read_editorial(sources, seeds)
    annotations = editorial.annotations
    readings = tuple(run_map(read, [(seed, annotations.corrections.get(seed.id)) for seed in seeds]))
    known = ground(sources, annotations.corrections, annotations.word_corrections)
    linked, link_problems = _linked(readings, seeds, editorial, sources, recall=recall, known=known)
    find_events = partial(finding.find, linked.readings, editorial.events, _taken(seeds, linked))
    events = recall("events", known, find_events, plain, reader(Settled))
    find_hits = partial(all_hits, [one.reading.article for one in linked.readings], editorial.framing)
    hits = recall("framing", known, find_hits, plain, reader(Mapping[str, tuple[Hit, ...]]))
    find_differing = partial(disagreements, linked.readings, events.events)
    differing = recall("disagreements", known, find_differing, plain, reader(tuple[Disagreement, ...]))
    others = _subjects(linked, events) if annotations.elsewhere else {}
    notes = settle(annotations.notes, annotations.elsewhere, others, [seed.id for seed in seeds])
    records, record_problems = _records(sources, seeds)
    anchors, orphans, anchor_problems = anchor(notes.to_place, seeds, _prefix_ends(readings), records)
    dossier = replace(_dossier(seeds, editorial, linked, events), framing=Framing(sets=editorial.framing, hits=hits))
    anchored = (*anchors, *notes.whole)
    dossier = replace(dossier, notes=_public(notes.notes), anchors=anchored, orphans=orphans, disagreements=differing)
    dossier = replace(dossier, copies=_copies(readings, known, recall))
    of_notes = (*notes.problems, *record_problems, *anchor_problems)
    problems = _sorted(
        *(*sources.problems, *seed_problems, *editorial.problems, *link_problems, *events.problems, *of_notes),
        *_seed_findings(sources, seeds, recall),
        *findings_in_prose(editorial, dossier),
        *doubts(dossier.readings, dossier.entities, dossier.annotation_files),
    )
    dossier = replace(dossier, problems=problems)
    noted = to_remember(notes.notes, anchors, records, seeds)
    memory = (*_memory(sources, seeds, linked), *_kept_aside(sources, noted, record_problems), *_as_files(noted))
    later = ground(remembering(sources, memory), annotations.corrections, annotations.word_corrections)
    return Build(
        dossier=dossier,
        site=_site(dossier, sources),
        problems=problems,
        memory=memory,
        grounds=(known, later),
        accept=partial(_accepted, notes.notes, anchors, records, seeds),
    )


def _accepted(
    notes: tuple[Note, ...],
    anchors: tuple[Anchor, ...],
    records: Mapping[str, Records],
    seeds: tuple[Seed, ...],
    only: Collection[str],
) -> tuple[tuple[Accepted, ...], tuple[TextFile, ...]]:
    accepted, files = accept(notes, anchors, records, seeds, only)
    return accepted, tuple(_as_files(files))


def _linked(
    readings: tuple[Reading, ...],
    seeds: tuple[Seed, ...],
    editorial: Editorial,
    sources: Sources,
    *,
    recall: Recall,
    known: str,
) -> tuple[Linked, tuple[Problem, ...]]:
    """The readings led to entities and dated, the editor's word on single words before the machine's."""
    remembered, memory_problems = identity.recall(_remembered(sources, identity.FILE))
    placed, place_problems = place(editorial.annotations.word_corrections, seeds, _prefix_ends(readings))
    types = {entity.id: entity.type for entity in editorial.entities}
    names = correct_names(readings, placed, types)
    people = (editorial.entities, remembered, editorial.offices, editorial.outlets)
    find_links = partial(link, names.readings, *people, told=names.decided)
    linked, problems = recall("links", known, find_links, *form(names.readings))
    find_dates = partial(settlements, linked.readings)
    dates = recall("dates", known, find_dates, plain, reader(Mapping[str, Settlement]))
    corrected, unknown = correct(settled(linked.readings, dates), linked, placed)
    linked = replace(linked, readings=corrected)
    return linked, (*memory_problems, *place_problems, *names.problems, *problems, *unknown)


def _subjects(linked: Linked, events: Settled) -> dict[str, str]:
    """Every id that notes can be on but the articles', with the one that it is now."""
    entities = {entity.id: entity.id for entity in linked.entities}
    dates = {date: date for date in spoken_dates(linked.readings)}
    return {
        **dates,
        **events.redirects,
        **{event.id: event.id for event in events.events},
        **linked.redirects,
        **entities,
    }


def _dossier(
    seeds: tuple[Seed, ...],
    editorial: Editorial,
    linked: Linked,
    events: Settled,
) -> Dossier:
    """All that is known, but for the notes and the problems."""
    annotations = editorial.annotations
    return Dossier(
        seeds=seeds,
        readings=linked.readings,
        entities={entity.id: entity for entity in linked.entities},
        redirects=linked.redirects,
        events=events.events,
        event_redirects=events.redirects,
        corrections=annotations.corrections,
        annotation_files={article: correction.file for article, correction in annotations.corrections.items()},
        note_kinds=editorial.note_kinds,
        notes=(),
        anchors=(),
        orphans=(),
        hand_written=editorial.hand_written,
        glossary=editorial.glossary,
        problems=(),
    )


def _copies(readings: tuple[Reading, ...], known: str, recall: Recall) -> Mapping[str, tuple[Copy, ...]]:
    find = partial(copies, [reading.article for reading in readings])
    found = recall("copies", known, find, plain, reader(tuple[Copy, ...]))
    return grouped((article, copy) for copy in found for article in copy.articles)


def _public(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if not note.draft)


def read(given: tuple[Seed, Correction | None]) -> Reading:
    """One seed's Reading; a module-level function of one value, so that a process pool can run it."""
    seed, correction = given
    return extract(intake.read(seed, correction), packaged())


def _site(dossier: Dossier, sources: Sources) -> Site:
    number = partial(display.number, locale=sources.locale)
    renderer = Renderer(sources.templates, sources.translate, sources.translate_plural, number)
    return Site(
        pages=_Pages(context=make_context(dossier, renderer, sources.locale)), assets=tuple(exports.assets(dossier))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """The pages, rendered anew each time they are gone through, so that they are never all in memory."""

    context: Context

    def __iter__(self) -> Iterator[Page | LatePage]:
        return map(Cards(self.context).on, chain.from_iterable(kind(self.context) for kind in PAGE_KINDS))


def _prefix_ends(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {reading.article.id: reading.article.prefix_end for reading in readings}


def _remembered(sources: Sources, path: str) -> str:
    return next((file.text for file in sources.remembered if file.path == path), "")


def _seed_findings(sources: Sources, seeds: tuple[Seed, ...], recall: Recall) -> Iterator[Problem]:
    """What is odd about the seeds as texts: twice the same, under a new name, with letters that deceive."""
    known, problems = seed_memory.recall(_remembered(sources, seed_memory.FILE))
    yield from problems
    yield from seed_memory.renamed(known, seeds, [file.path for file in sources.annotations])
    yield from recall(
        "oddities",
        seeds_digest(sources),
        lambda: (*duplicates(seeds), *unicode_attacks(seeds)),
        plain,
        reader(tuple[Problem, ...]),
    )


def _taken(seeds: tuple[Seed, ...], linked: Linked) -> frozenset[str]:
    """The ids of articles and entities, which no event may have."""
    return frozenset((*(seed.id for seed in seeds), *(entity.id for entity in linked.entities), *linked.redirects))


def _memory(sources: Sources, seeds: tuple[Seed, ...], linked: Linked) -> tuple[TextFile, ...]:
    known, _ = seed_memory.recall(_remembered(sources, seed_memory.FILE))
    return (
        TextFile(path=identity.FILE, text=identity.remember(linked.remembered)),
        TextFile(path=seed_memory.FILE, text=seed_memory.remember(known, seeds)),
    )


def _records(sources: Sources, seeds: tuple[Seed, ...]) -> tuple[Mapping[str, Records], tuple[Problem, ...]]:
    """Where passages stood, by article id; a renamed seed has what is remembered of its old name."""
    present = {seed.id: seed.text for seed in seeds}
    known, _ = seed_memory.recall(_remembered(sources, seed_memory.FILE))
    names = {old: new for new, old in seed_memory.old_names(known, seeds).items()}
    texts = {**present, **{old: present[new] for old, new in names.items()}}
    found, problems = read_records(((file.path, file.text) for file in sources.records), texts)
    moved = {names[article]: records for article, records in found.items() if article in names}
    return {**moved, **found}, problems


def _kept_aside(
    sources: Sources, noted: tuple[tuple[str, str], ...], problems: tuple[Problem, ...]
) -> Iterator[TextFile]:
    """A damaged file that is written anew, as it was."""
    damaged = {problem.file for problem in problems if problem.code == "records-unreadable"}
    anew = {path for path, _ in noted}
    for file in sources.records:
        if file.path in damaged & anew:
            yield TextFile(path=f"{file.path}.damaged", text=file.text)


def _as_files(noted: tuple[tuple[str, str], ...]) -> Iterator[TextFile]:
    for path, text in noted:
        yield TextFile(path=path, text=text)


def _sorted(*problems: Problem) -> tuple[Problem, ...]:
    """Gravest first, then by file and line; each said once."""
    order = list(Severity)
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (order.index(p.severity), p.file, p.line or 0, p.code, p.message)))
