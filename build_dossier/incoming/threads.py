"""Answers: an annotation on an annotation becomes an entry in the thread of the note that it answers.

Comes in: annotations in order. Goes out: those that answer none, each with its thread as a nested list.
"""

from collections.abc import Iterator, Mapping, Sequence

from build_dossier.incoming import Incoming

MOST_NESTED = 8
"""Answers to answers; deeper ones stand beside these."""


def threads(annotations: Sequence[Incoming]) -> tuple[Sequence[Incoming], Mapping[str, Sequence[Incoming]]]:
    """The annotations that answer none, and the answers to each id."""
    answers: dict[str, list[Incoming]] = {}
    for annotation in annotations:
        if annotation.parent is not None:
            answers.setdefault(annotation.parent, []).append(annotation)
    return [annotation for annotation in annotations if annotation.parent is None], answers


def public_answers(
    to: str, answers: Mapping[str, Sequence[Incoming]], *, private: bool
) -> Iterator[tuple[int, Incoming]]:
    """The answers to an annotation, and to them, each with its depth; private ones only where the note is."""
    waiting = [(0, answer) for answer in reversed(answers.get(to, ()))]
    seen = {to}
    while waiting:
        depth, answer = waiting.pop()
        if answer.id in seen or (answer.private and not private):
            continue
        seen.add(answer.id)
        yield depth, answer
        waiting += [(depth + 1, further) for further in reversed(answers.get(answer.id, ()))]


def entry(depth: int, answer: Incoming) -> str:
    """An answer as a list item, signed and dated."""
    signed = ", ".join(part for part in (answer.author, answer.date) if part is not None)
    words = f"**{signed.replace('*', '')}:** {answer.body.strip()}" if signed else answer.body.strip()
    first, *rest = words.split("\n")
    indent = "    " * min(depth, MOST_NESTED)
    return "\n".join([f"{indent}- {first}".rstrip(), *(f"{indent}    {line}".rstrip() for line in rest)])
