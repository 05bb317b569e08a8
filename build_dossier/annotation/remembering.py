"""What is to be remembered of where notes stand, once a build is published or the editor has accepted it.

Comes in: notes with their places, and the records. Goes out: the files as they are to be. A record is written when its
passage is first found, and changes only when its quotation does, which makes it another one, or by ``accept``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation import Anchor, Note, Passage
from build_dossier.annotation.record import (
    Key,
    Record,
    Records,
    key_of,
    path_of,
    record_of,
    text_digest,
    write_records,
)
from build_dossier.article import Seed
from build_dossier.text.fold import folded
from build_dossier.text.locate import Match, Reason

UNSETTLED = frozenset({Reason.MOVED, Reason.FUZZY})
"""What ``accept`` settles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A passage whose place the editor has accepted."""

    note: Note
    passage: Passage
    match: Match


def to_remember(
    notes: Sequence[Note], anchors: Iterable[Anchor], records: Mapping[str, Records], seeds: Iterable[Seed]
) -> tuple[tuple[str, str], ...]:
    """The files of all articles of which anything is remembered, as (path, text), after a build.

    A record that no note asks for is kept when it speaks of an earlier text, which nobody could find out again.

    Args:
        notes: All notes, drafts too.
        anchors: Those that were found.
        records: What was remembered, by article id.
        seeds: The texts of today.
    """
    asked = _asked(notes)
    fresh = _fresh(anchors, records, {seed.id: seed for seed in seeds})
    files = []
    for seed in seeds:
        known = records.get(seed.id, Records())
        wanted = asked.get(seed.id, frozenset())
        if known.foreign or not (known.passages or fresh.get(seed.id)) or not wanted:
            continue
        now = text_digest(seed.text)
        kept = [one for key, one in known.passages.items() if key in wanted or one.text != now]
        texts = {**known.texts, now: seed.text}
        files.append((path_of(seed.id), write_records(seed.id, [*kept, *fresh.get(seed.id, ())], texts)))
    return tuple(files)


def accept(
    notes: Sequence[Note],
    anchors: Iterable[Anchor],
    records: Mapping[str, Records],
    seeds: Iterable[Seed],
    only: Collection[str] = (),
) -> tuple[tuple[Accepted, ...], tuple[tuple[str, str], ...]]:
    """What is accepted as it stands now, and the files that say so: every moved or changed passage, or those of notes.

    Records that no note asks for are given up.

    Args:
        notes: All notes, drafts too.
        anchors: Those that were found.
        records: What was remembered, by article id.
        seeds: The texts of today.
        only: ids of notes; none means all.
    """
    by_id = {seed.id: seed for seed in seeds}
    anchors = [anchor for anchor in anchors if not only or anchor.note.id in only]
    accepted = tuple(one for one in _placed(anchors) if one.match.reason in UNSETTLED)
    asked = _asked(notes)
    by_article: dict[str, list[Accepted]] = {}
    for one in accepted:
        by_article.setdefault(one.passage.article, []).append(one)
    files = []
    for article, own in by_article.items():
        known, seed = records.get(article, Records()), by_id[article]
        if known.foreign:
            continue
        renewed = {
            key_of(one.passage): record_of(one.passage, _settled(one, known.at(one.passage), seed.text), seed.text)
            for one in own
        }
        kept = {key: one for key, one in known.passages.items() if key in asked[article]} | renewed
        texts = {**known.texts, text_digest(seed.text): seed.text}
        files.append((path_of(article), write_records(article, kept.values(), texts)))
    return accepted, tuple(files)


def _settled(one: Accepted, record: Record | None, text: str) -> Match:
    """The match as it is remembered: words as they were found first, those quoted, or others that are accepted."""
    if one.match.reason is Reason.MOVED and record is not None:
        return replace(one.match, reason=record.reason, score=record.score)
    words, exact = one.match.span.of(text), one.passage.selector.exact
    if one.passage.until is None and folded(words).text.strip() == folded(exact).text.strip():
        reason, score = (Reason.EXACT, 1.0) if words == exact else (Reason.FOLDED, one.match.score)
        return replace(one.match, reason=reason, score=score)
    return replace(one.match, reason=Reason.ACCEPTED)


def _placed(anchors: Iterable[Anchor]) -> Iterator[Accepted]:
    for anchor in anchors:
        for passage, match in zip(anchor.note.passages, anchor.matches, strict=True):
            yield Accepted(note=anchor.note, passage=passage, match=match)


def _asked(notes: Iterable[Note]) -> dict[str, frozenset[Key]]:
    """The quotations of each article."""
    asked: dict[str, set[Key]] = {}
    for note in notes:
        for passage in note.passages:
            asked.setdefault(passage.article, set()).add(key_of(passage))
    return {article: frozenset(keys) for article, keys in asked.items()}


def _fresh(
    anchors: Iterable[Anchor], records: Mapping[str, Records], seeds: Mapping[str, Seed]
) -> Mapping[str, tuple[Record, ...]]:
    """The records of passages that had none, each once, by article."""
    fresh: dict[str, dict[Key, Record]] = {}
    for one in _placed(anchors):
        article = one.passage.article
        if records.get(article, Records()).at(one.passage) is None:
            record = record_of(one.passage, one.match, seeds[article].text)
            fresh.setdefault(article, {})[record.key] = record
    return {article: tuple(found.values()) for article, found in fresh.items()}
