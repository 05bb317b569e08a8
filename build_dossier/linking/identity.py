"""Entity ids: made once from a name, then remembered in ``.dossier/ids.jsonl`` for ever.

Comes in: what was remembered, and the groups of names that linking made. Goes out: an id for each group, and where the
ids lead that are no more. An id is an ASCII slug, unique over entities and articles (an article keeps the bare slug).
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.errors import Problem, Severity
from build_dossier.extract.mentions import EntityType
from build_dossier.text.translit import slug

FILE = ".dossier/ids.jsonl"
KINDS = {EntityType.PER: "person", EntityType.LOC: "place", EntityType.ORG: "organisation"}
"""The word that tells ids of one name apart: ``smith-person``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One published id and what finds its entity again."""

    id: str
    type: EntityType
    keys: tuple[str, ...]
    """Names of the entity as ``TYPE:name``, folded, in order."""
    to: str | None = None
    """The id that took its place, when it is no more."""
    file: bool = False
    """Whether the keys were made while an entity file stood: they serve only once the file is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names that linking took for one thing, on their way to an id."""

    type: EntityType
    name: str
    """The English label."""
    keys: Mapping[str, int]
    """The names that make the group, as ``TYPE:name``, with the number of mentions each."""
    weak_keys: Mapping[str, int]
    """Names led to it only by context, such as a bare surname."""
    editor: str | None
    """The id that an entity file settles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The ids of all groups."""

    ids: tuple[str, ...]
    """Parallel to the groups."""
    redirects: Mapping[str, str]
    """Remembered ids that are no more, to the id of the group that has their names now."""


def recall(text: str) -> tuple[tuple[Remembered, ...], tuple[Problem, ...]]:
    """The records of ``ids.jsonl``; a line that cannot be read is a warning and is left out."""
    records: dict[str, Remembered] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            problems.append(_unreadable(number))
        else:
            records.setdefault(record.id, record)
    return tuple(records[key] for key in sorted(records)), tuple(problems)


def remember(records: Iterable[Remembered]) -> str:
    """The text of ``ids.jsonl``: one JSON object a line, sorted by id; the same records give the same bytes."""
    lines = [
        json.dumps(
            {"id": record.id, "type": record.type.value, "keys": sorted(set(record.keys))}
            | ({} if record.to is None else {"to": record.to})
            | ({"file": True} if record.file else {}),
            ensure_ascii=False,
        )
        for record in sorted(records, key=lambda record: record.id)
    ]
    return "".join(line + "\n" for line in lines)


def identify(
    groups: Sequence[Group], remembered: Iterable[Remembered], *, reserved: Collection[str] = ()
) -> Identities:
    """An id for every group: the editor's, else the remembered one, else a new slug that nobody has.

    ``reserved`` are ids of another kind: those of articles. A remembered id whose group has another id redirects.
    """
    records = sorted(remembered, key=lambda record: record.id)
    settled = {group.editor for group in groups if group.editor is not None}
    claims = _claims(groups, [record for record in records if record.id not in settled])
    taken = {*reserved, *settled, *(record.id for record in records)}
    ids: list[str] = ["" for _ in groups]
    for number in sorted(range(len(groups)), key=lambda n: _rank(groups[n])):
        published = [old for old in claims.get(number, ()) if old not in reserved]
        ids[number] = groups[number].editor or (published[0] if published else _free(groups[number], taken))
        taken.add(ids[number])
    redirects = {old: ids[number] for number, olds in claims.items() for old in olds if old != ids[number]}
    known = {record.id: record.to for record in records if record.to is not None and record.id not in ids}
    ends = flattened({**known, **redirects})
    return Identities(ids=tuple(ids), redirects={old: end for old, end in ends.items() if end in ids})


def flattened(redirects: Mapping[str, str]) -> Mapping[str, str]:
    """Redirects that lead to their end in one step; rings lead nowhere and are dropped."""
    flat = {}
    for old in sorted(redirects):
        seen, end = {old}, redirects[old]
        while end in redirects and end not in seen:
            seen.add(end)
            end = redirects[end]
        if end not in seen:
            flat[old] = end
    return flat


def _claims(groups: Sequence[Group], records: Iterable[Remembered]) -> Mapping[int, list[str]]:
    """The remembered ids of each group: those still in use before redirects, then by the mentions they bring."""
    strong = _holders([group.keys for group in groups])
    weak = _holders([group.weak_keys for group in groups])
    claims: dict[int, list[tuple[bool, bool, int, str]]] = {}
    for record in records:
        for holders, is_weak in ((strong, False), (weak, True)):
            weights = _weights(record, holders)
            if weights:
                number = min(weights, key=lambda n: (-weights[n], _rank(groups[n])))
                claim = (record.to is not None, is_weak, -weights[number], record.id)
                claims.setdefault(number, []).append(claim)
                break
    return {number: [claim[-1] for claim in sorted(olds)] for number, olds in claims.items()}


def _holders(names: Sequence[Mapping[str, int]]) -> Mapping[str, list[tuple[int, int]]]:
    """For each key the groups that have it, with the number of mentions."""
    holders: dict[str, list[tuple[int, int]]] = {}
    for number, keys in enumerate(names):
        for key, count in keys.items():
            holders.setdefault(key, []).append((number, count))
    return holders


def _weights(record: Remembered, holders: Mapping[str, list[tuple[int, int]]]) -> dict[int, int]:
    """For each group that has a name of the record, the mentions under these names; a name alone counts for one."""
    weights: dict[int, int] = {}
    for key in record.keys:
        for number, count in holders.get(key, ()):
            weights[number] = weights.get(number, 0) + max(count, 1)
    return weights


def _rank(group: Group) -> tuple[object, ...]:
    """Most mentioned first; then by kind and name, so that no order of reading decides."""
    return (-sum(group.keys.values()), group.type.value, group.name, sorted(group.keys))


def _free(group: Group, taken: Collection[str]) -> str:
    bare = slug(group.name) or "name"
    return next(candidate for candidate in _candidates(bare, group.type) if candidate not in taken)


def _candidates(bare: str, kind: EntityType) -> Iterator[str]:
    """``smith``, ``smith-person``, ``smith-2``, ``smith-3`` …"""
    yield bare
    yield f"{bare}-{KINDS[kind]}"
    number = 2
    while True:
        yield f"{bare}-{number}"
        number += 1


def _record(line: str) -> Remembered | None:
    """A line as a record, ``None`` when it is not one."""
    try:
        data = json.loads(line)
        keys, to = data["keys"], data.get("to")
        whole = isinstance(data["id"], str) and isinstance(keys, list) and (to is None or isinstance(to, str))
        if not whole or not all(isinstance(key, str) for key in keys):
            return None
        kind, file = EntityType(data["type"]), data.get("file") is True
        return Remembered(id=data["id"], type=kind, keys=tuple(keys), to=to, file=file)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _unreadable(line: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="ids-unreadable",
        file=FILE,
        line=line,
        message="this line is not a remembered id and was passed over",
        hint="restore the line from version control: the page that it named may get another address",
    )
