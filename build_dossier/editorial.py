"""Everything that people wrote beside the seeds, read together: notes, corrections, entities, offices, outlets, pages.

Comes in: the texts of ``docs/``. Goes out: an ``Editorial``, with a ``Problem`` for every mistake in any of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.annotation import Annotations, read_annotations
from build_dossier.annotation.kinds import NoteKind, read_note_kinds
from build_dossier.article import Seed
from build_dossier.dossier import Dossier, HandWritten, Sources, TextFile
from build_dossier.entity import Entity, read_entities
from build_dossier.errors import Problem, Severity
from build_dossier.event import EventFile, read_event_files
from build_dossier.framing import TermSets
from build_dossier.framing import lexicon as framing
from build_dossier.glossary import Glossary, read_glossary
from build_dossier.offices import Offices, read_offices
from build_dossier.outlets import Outlets, read_outlets
from build_dossier.plain_prose import Written, shown_as_typed
from build_dossier.strict_yaml import YamlError, mended_front_matter, read_front_matter
from build_dossier.wikilink import dead_links, link_uses

NOTE_KINDS = "docs/lexicon/note_kinds.yml"
GLOSSARY = "docs/lexicon/glossary.yml"
OFFICES = "docs/lexicon/offices.yml"
OUTLETS = "docs/lexicon/outlets.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """The editors' word."""

    annotations: Annotations
    entities: tuple[Entity, ...]
    events: tuple[EventFile, ...]
    note_kinds: Mapping[str, NoteKind]
    offices: Offices
    """Who held which office when: the package's table with the editor's entries on top."""
    outlets: Outlets
    """The outlets: the package's table with the editor's entries on top."""
    glossary: Glossary
    """What means the same in other languages: the package's concepts with the editor's on top."""
    framing: TermSets
    """What things are called: the package's terms with the editor's on top."""
    hand_written: Mapping[str, HandWritten]
    """Pages by name: ``index``, ``about``."""
    problems: tuple[Problem, ...]


def read_editorial(sources: Sources, seeds: Sequence[Seed]) -> Editorial:
    """What ``docs/`` says of ``seeds``."""
    kinds, kind_problems = read_note_kinds(_pairs(file for file in sources.lexicon if file.path == NOTE_KINDS))
    offices, office_problems = read_offices(_pairs(file for file in sources.lexicon if file.path == OFFICES))
    outlets, outlet_problems = read_outlets(_pairs(file for file in sources.lexicon if file.path == OUTLETS))
    glossary, glossary_problems = read_glossary(_pairs(file for file in sources.lexicon if file.path == GLOSSARY))
    terms, term_problems = framing.read_sets(_pairs(f for f in sources.lexicon if f.path.startswith(framing.FOLDER)))
    annotations = read_annotations(_pairs(sources.annotations), seeds, kinds.keys())
    entities, entity_problems = read_entities(_pairs(sources.entities))
    events, event_problems = read_event_files(_pairs(sources.events))
    hand_written, prose_problems = _hand_written(sources.prose)
    return Editorial(
        annotations=annotations,
        entities=entities,
        events=events,
        note_kinds=kinds,
        offices=offices,
        outlets=outlets,
        glossary=glossary,
        framing=terms,
        hand_written=hand_written,
        problems=(
            *kind_problems,
            *office_problems,
            *outlet_problems,
            *glossary_problems,
            *term_problems,
            *annotations.problems,
            *entity_problems,
            *event_problems,
            *prose_problems,
        ),
    )


def findings_in_prose(editorial: Editorial, dossier: Dossier) -> tuple[Problem, ...]:
    """The ``[[…]]`` that lead nowhere, and prose that is shown as typed."""
    return *_dead_wikilinks(editorial, dossier), *shown_as_typed(_prose(editorial, dossier))


def _prose(editorial: Editorial, dossier: Dossier) -> Iterator[Written]:
    """All prose that is published, with its places."""
    yield from ((note.body, note.file, note.line) for note in dossier.notes)
    entities = (entity for entity in dossier.entities.values() if entity.file is not None)
    yield from ((entity.body, entity.file or "", entity.lines.get("body")) for entity in entities)
    yield from ((event.body, event.file, event.body_line) for event in editorial.events)
    yield from ((page.body, page.file, page.body_line) for page in dossier.hand_written.values())


def _dead_wikilinks(editorial: Editorial, dossier: Dossier) -> tuple[Problem, ...]:
    """The ``[[…]]`` that lead nowhere, in notes, entities and the editors' pages."""
    entities = (
        use
        for entity in dossier.entities.values()
        if entity.file is not None
        for use in link_uses(entity.body, file=entity.file, first_line=entity.lines.get("body", 1))
    )
    events = (
        use for event in editorial.events for use in link_uses(event.body, file=event.file, first_line=event.body_line)
    )
    prose = (
        use
        for page in dossier.hand_written.values()
        for use in link_uses(page.body, file=page.file, first_line=page.body_line)
    )
    return dead_links((*editorial.annotations.links, *entities, *events, *prose), dossier.ids())


def _pairs(files: Iterable[TextFile]) -> Iterator[tuple[str, str]]:
    return ((file.path, file.text) for file in files)


def _hand_written(files: Iterable[TextFile]) -> tuple[dict[str, HandWritten], tuple[Problem, ...]]:
    """The editors' own pages; one with broken front matter is still shown, without it."""
    pages: dict[str, HandWritten] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            front = read_front_matter(file.text)
        except YamlError as error:
            problems.append(_broken(file.path, error))
            front = mended_front_matter(file.text)
        title = front.data.get("title")
        pages[file.path.removeprefix("docs/").removesuffix(".md")] = HandWritten(
            title=title if isinstance(title, str) else None,
            body=front.body,
            file=file.path,
            body_line=front.body_line,
        )
    return pages, tuple(problems)


def _broken(file: str, error: YamlError) -> Problem:
    return Problem(severity=Severity.ERROR, code="front-matter", file=file, line=error.line, message=error.message)
