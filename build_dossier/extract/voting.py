"""One name, one kind: what most places of an article say settles the others.

Comes in: the drafts of all blocks of one article. Goes out: the same drafts with a kind that the majority shares, and
drafts for places of a name that the tagger left out.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_dossier.extract.draft import Draft, Scene, added, imposed
from build_dossier.extract.seen import is_capital, stem

_MAJORITY = 0.6
"""Share of all places of a name that must agree before a dissenter is overruled."""

Votes = Mapping[str, Counter[str]]
"""For each stem how often it was taken for each kind; a person's surname counts wherever the full name stands."""


def agreed(scenes: Sequence[Scene], drafts: Sequence[tuple[Draft, ...]]) -> list[tuple[Draft, ...]]:
    """The drafts of all blocks after the vote."""
    votes = _votes(scenes, drafts)
    pairs = _full_names(scenes, drafts)
    changed = [
        _joined(block, tuple(_outvoted(block, draft, votes) for draft in of_block), pairs)
        for block, of_block in zip(scenes, drafts, strict=True)
    ]
    return [added(of_block, _left_out(block, votes)) for block, of_block in zip(scenes, changed, strict=True)]


def _full_names(scenes: Sequence[Scene], drafts: Sequence[tuple[Draft, ...]]) -> frozenset[tuple[str, str]]:
    """The stems of persons' names of two words."""
    return frozenset(
        (stem(block.form(draft.start)), stem(block.form(draft.start + 1)))
        for block, of_block in zip(scenes, drafts, strict=True)
        for draft in of_block
        if draft.kind == "PER" and draft.end - draft.start == 2
    )


def _joined(block: Scene, drafts: tuple[Draft, ...], pairs: frozenset[tuple[str, str]]) -> tuple[Draft, ...]:
    """«Азию | Бібі» is one person where another place of the article says so."""
    firsts = frozenset(first for first, _ in pairs)
    found = [
        Draft(start=at, end=at + 2, kind="PER")
        for at in range(len(block.tokens) - 1)
        if is_capital(block.form(at))
        and is_capital(block.form(at + 1))
        and stem(block.form(at)) in firsts
        and (stem(block.form(at)), stem(block.form(at + 1))) in pairs
    ]
    return imposed(drafts, found, over=frozenset({"PER", "LOC", "ORG"})) if found else drafts


def _votes(scenes: Sequence[Scene], drafts: Sequence[tuple[Draft, ...]]) -> Votes:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for block, of_block in zip(scenes, drafts, strict=True):
        for draft in of_block:
            if draft.end - draft.start == 1 or draft.kind == "PER":
                votes[stem(block.form(draft.end - 1))][draft.kind] += 1
    return votes


def _outvoted(block: Scene, draft: Draft, votes: Votes) -> Draft:
    if draft.end - draft.start > 1 or block.hit(draft.start, "PLACE", "EVENT") is not None:
        return draft
    cast = votes[stem(block.form(draft.start))]
    winner, count = max(cast.items(), key=lambda vote: (vote[1], vote[0]))
    return replace(draft, kind=winner) if count >= _MAJORITY * cast.total() else draft


def _left_out(block: Scene, votes: Votes) -> list[Draft]:
    """Capital words of three letters or more that were a name at least twice elsewhere.

    Where a sentence opens only those in Latin letters: there the capital is not the sentence's.
    """
    found = []
    for at, token in enumerate(block.tokens):
        cast = votes.get(stem(token.form)) if is_capital(token.form) and len(token.form) > 2 else None
        if cast and (not block.opening[at] or token.form.isascii()) and max(cast.values()) > 1:
            kind = max(cast.items(), key=lambda vote: (vote[1], vote[0]))[0]
            found.append(Draft(start=at, end=at + 1, kind=kind))
    return found
