"""The ids of notes: what the editor writes, else what follows from the quotation; every one once in the dossier.

Comes in: for each note the id it asks for and the one that would be derived. Goes out: an id for each.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from build_dossier.text.fold import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteIds:
    """The ids given, and which notes asked for one that was taken."""

    ids: tuple[str, ...]
    """Parallel to what was asked for."""
    repeated: tuple[tuple[int, int], ...]
    """Index of a note that asked for the id of an earlier one, and of that one."""


def derived_id(article: str, quote: str) -> str:
    """The id of a note that names none: 8 hex digits of its article and its quotation, however that is typed."""
    data = f"{article}\n{folded(quote).text.strip()}"
    return sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def assign_ids(asked: Sequence[tuple[str | None, str]]) -> NoteIds:
    """An id for each pair of the id asked for, if any, and the derived one.

    What an editor wrote goes before what is derived, wherever it stands: adding a note never takes a written id away.
    """
    first: dict[str, int] = {}
    for index, (wanted, _) in enumerate(asked):
        if wanted is not None:
            first.setdefault(wanted, index)
    taken = set(first)
    ids: list[str] = []
    repeated: list[tuple[int, int]] = []
    for index, (wanted, derived) in enumerate(asked):
        if wanted is not None and first[wanted] == index:
            ids.append(wanted)
            continue
        if wanted is not None:
            repeated.append((index, first[wanted]))
        ids.append(_free(wanted or derived, taken))
        taken.add(ids[-1])
    return NoteIds(ids=tuple(ids), repeated=tuple(repeated))


def _free(name: str, taken: Collection[str]) -> str:
    """``name``, or the first of ``name-2``, ``name-3`` … that is not taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
