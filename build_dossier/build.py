"""The whole pipeline: sources in, site source out; pure, the same for the same sources.

``build`` is the picture of DESIGN.md §1 as one function; nothing flows back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from build_dossier import exports, identity, intake
from build_dossier.anchor import anchor
from build_dossier.annotation import Annotations, read_annotations
from build_dossier.article import Correction, Seed
from build_dossier.dossier import Dossier, HandWritten, Map, Sources, TextFile
from build_dossier.entity import read_entities
from build_dossier.errors import Problem, Severity
from build_dossier.extract import Reading, extract
from build_dossier.extract.tagger import packaged
from build_dossier.link import link
from build_dossier.note_kinds import read_note_kinds
from build_dossier.pages import Page, Site
from build_dossier.pages.context import Context, make_context
from build_dossier.pages.kinds import PAGE_KINDS
from build_dossier.rendering import Renderer
from build_dossier.review import doubts
from build_dossier.seed import read_seeds
from build_dossier.strict_yaml import YamlError, mended_front_matter, read_front_matter
from build_dossier.wikilink import dead_links, link_uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What comes of a build."""

    dossier: Dossier
    site: Site
    problems: tuple[Problem, ...]
    """All of them, gravest first."""
    memory: tuple[TextFile, ...]
    """What is to be written to ``.dossier/`` once the site is published."""


def build(sources: Sources, *, run_map: Map = map) -> Build:
    """The dossier and its site; articles are read through ``run_map``, in any order and on any machine."""
    seeds, seed_problems = read_seeds((file.name, file.data) for file in sources.seeds)
    kinds, kind_problems = read_note_kinds(_pairs(f for f in sources.lexicon if f.path.endswith("/note_kinds.yml")))
    annotations = read_annotations(_pairs(sources.annotations), seeds, kinds.keys())
    entities, entity_problems = read_entities(_pairs(sources.entities))
    readings = tuple(run_map(read, [(seed, annotations.corrections.get(seed.id)) for seed in seeds]))
    remembered, memory_problems = identity.recall(_remembered(sources))
    linked, link_problems = link(readings, entities, remembered)
    prefix_ends = {reading.article.id: reading.article.prefix_end for reading in readings}
    anchors, orphans, anchor_problems = anchor(annotations.notes, seeds, prefix_ends)
    hand_written, prose_problems = _hand_written(sources.prose)
    dossier = Dossier(
        seeds=seeds,
        readings=linked.readings,
        entities={entity.id: entity for entity in linked.entities},
        redirects=linked.redirects,
        corrections=annotations.corrections,
        annotation_files={article: correction.file for article, correction in annotations.corrections.items()},
        note_kinds=kinds,
        notes=tuple(note for note in annotations.notes if not note.draft),
        anchors=anchors,
        orphans=orphans,
        hand_written=hand_written,
        problems=(),
    )
    problems = _sorted(
        *sources.problems,
        *seed_problems,
        *kind_problems,
        *annotations.problems,
        *entity_problems,
        *memory_problems,
        *link_problems,
        *anchor_problems,
        *prose_problems,
        *_dead_links(annotations, dossier),
        *doubts(dossier.readings, dossier.entities, dossier.annotation_files),
    )
    dossier = replace(dossier, problems=problems)
    memory = (TextFile(path=identity.FILE, text=identity.remember(linked.remembered)),)
    return Build(dossier=dossier, site=_site(dossier, sources), problems=problems, memory=memory)


def read(given: tuple[Seed, Correction | None]) -> Reading:
    """One seed's Reading; a module-level function of one value, so that a process pool can run it."""
    seed, correction = given
    return extract(intake.read(seed, correction), packaged())


def _site(dossier: Dossier, sources: Sources) -> Site:
    renderer = Renderer(sources.templates, sources.translate, sources.translate_plural)
    return Site(
        pages=_Pages(context=make_context(dossier, renderer, sources.locale)), assets=tuple(exports.assets(dossier))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """The pages, rendered anew each time they are gone through, so that they are never all in memory."""

    context: Context

    def __iter__(self) -> Iterator[Page]:
        return chain.from_iterable(kind(self.context) for kind in PAGE_KINDS)


def _pairs(files: Iterable[TextFile]) -> Iterator[tuple[str, str]]:
    return ((file.path, file.text) for file in files)


def _remembered(sources: Sources) -> str:
    return next((file.text for file in sources.remembered if file.path == identity.FILE), "")


def _hand_written(files: Iterable[TextFile]) -> tuple[dict[str, HandWritten], tuple[Problem, ...]]:
    """The editor's own pages; one with broken front matter is still shown, without it."""
    pages: dict[str, HandWritten] = {}
    problems: list[Problem] = []
    for file in files:
        name = file.path.removeprefix("docs/").removesuffix(".md")
        try:
            front = read_front_matter(file.text)
        except YamlError as error:
            problems.append(_broken(file.path, error))
            front = mended_front_matter(file.text)
        title = front.data.get("title")
        pages[name] = HandWritten(
            title=title if isinstance(title, str) else None,
            body=front.body,
            file=file.path,
            body_line=front.body_line,
        )
    return pages, tuple(problems)


def _broken(file: str, error: YamlError) -> Problem:
    return Problem(severity=Severity.ERROR, code="front-matter", file=file, line=error.line, message=error.message)


def _dead_links(annotations: Annotations, dossier: Dossier) -> tuple[Problem, ...]:
    """The ``[[…]]`` that lead nowhere, in notes, entities and the editor's pages."""
    entities = (
        use
        for entity in dossier.entities.values()
        if entity.file is not None
        for use in link_uses(entity.body, file=entity.file, first_line=entity.lines.get("body", 1))
    )
    prose = (
        use
        for page in dossier.hand_written.values()
        for use in link_uses(page.body, file=page.file, first_line=page.body_line)
    )
    return dead_links((*annotations.links, *entities, *prose), dossier.ids())


def _sorted(*problems: Problem) -> tuple[Problem, ...]:
    """Gravest first, then by file and line; each said once."""
    order = list(Severity)
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (order.index(p.severity), p.file, p.line or 0, p.code, p.message)))
