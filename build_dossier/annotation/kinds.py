"""What a note can be about: the package's list, and the editor's ``docs/lexicon/note_kinds.yml`` on top.

Comes in: YAML texts. Goes out: ``NoteKind``s by key, and a ``Problem`` for every entry that cannot be used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_dossier.errors import Problem
from build_dossier.lexicon_file import Complaints, entries, package_text, read_lexicon
from build_dossier.strict_yaml import Value
from build_dossier.text.likeness import nearest

DEFAULT_KIND = "context"
"""The kind of a note that names none, or one that is not in the list."""

DEFAULT_MOTIVATION = "commenting"
"""The motivation of a note whose kind names none."""

MOTIVATIONS = (
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
)
"""Why something is annotated: the whole list of the Web Annotation Data Model, 3.3.5."""

FIELDS = ("label", "gloss", "icon", "motivation")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKind:
    """One kind of note, as a reader sees it."""

    key: str
    label: str
    """English, capitalised: ``Told differently``."""
    gloss: str
    """One English sentence: when a note is of this kind."""
    icon: str
    """One of ``icons``: ``calendar-outline``."""
    motivation: str = DEFAULT_MOTIVATION
    """What it is called where annotations are exchanged: one of ``MOTIVATIONS``."""


DEFAULT_ICON = "note-text-outline"
"""The icon of a kind that names none."""


def icons() -> Mapping[str, str]:
    """The outlines of all icons, as SVG path data in a square of 24 × 24, by name."""
    return {name: path for name, path in read_lexicon("note_icons.yml").items() if isinstance(path, str)}


def package_note_kinds() -> Mapping[str, NoteKind]:
    """The kinds that come with the program, in the order of its list."""
    kinds, problems = read_note_kinds([("note_kinds.yml", package_text("note_kinds.yml"))], {})
    assert not problems, problems
    return kinds


def read_note_kinds(
    sources: Iterable[tuple[str, str]], kinds: Mapping[str, NoteKind] | None = None
) -> tuple[Mapping[str, NoteKind], tuple[Problem, ...]]:
    """The kinds of ``kinds`` (the package's by default) with those of ``sources``, (path, text) pairs, on top."""
    known = dict(package_note_kinds() if kinds is None else kinds)
    complaints = Complaints(code="note-kinds")
    for entry in entries(sources, complaints):
        kind, complaint = _kind(entry.key, entry.value)
        if complaint is not None:
            complaints.about(entry, f"note kind “{entry.key}”: {complaint}")
        if kind is not None:
            known[entry.key] = kind
    return MappingProxyType(known), tuple(complaints.problems)


def _kind(key: str, value: Value) -> tuple[NoteKind | None, str | None]:
    """The kind that an entry describes, as far as it can be used, and what is wrong with it."""
    if not isinstance(value, Mapping):
        return None, "expected `label: …` below it"
    label, gloss, icon, motivation = (value.get(field) for field in FIELDS)
    if not isinstance(label, str):
        return None, "it has no label"
    kind = NoteKind(
        key=key,
        label=label,
        gloss=gloss if isinstance(gloss, str) else "",
        icon=icon if isinstance(icon, str) and icon in icons() else DEFAULT_ICON,
        motivation=motivation if motivation in MOTIVATIONS else DEFAULT_MOTIVATION,
    )
    unknown = next((field for field in value if field not in FIELDS), None)
    if unknown is not None:
        meant = nearest(unknown, FIELDS)
        return kind, f"unknown field “{unknown}”" + (f", perhaps {meant}" if meant is not None else "")
    if motivation is not None and motivation not in MOTIVATIONS:
        return kind, f"motivation is one of {', '.join(MOTIVATIONS)}"
    if isinstance(icon, str) and icon not in icons():
        meant = nearest(icon, icons())
        return kind, f"unknown icon “{icon}”, " + (f"perhaps {meant}" if meant else f"one of {', '.join(icons())}")
    return kind, None
