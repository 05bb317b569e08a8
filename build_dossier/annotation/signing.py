"""Kinds of note that are a person's judgement of a text as a whole, and count only with a name and a reason.

Comes in: the attributes and the prose of a note. Goes out: the attributes that hold, and a ``Problem`` for what lacks.
"""

from dataclasses import replace

from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.kinds import DEFAULT_KIND
from build_dossier.errors import Problem, Severity

SIGNED = frozenset({"perspective"})
"""Whose view a text takes is never told by the program, and by nobody without a signature and a reason."""


def signed(attributes: Attributes, body: str, *, file: str, line: int) -> tuple[Attributes, tuple[Problem, ...]]:
    """The attributes, of the default kind where a judgement has no author or no reason."""
    if attributes.kind not in SIGNED or (attributes.author and body.strip()):
        return attributes, ()
    hint = "write the reason below it" if attributes.author else 'add author="A. Editor"'
    message = f"a note of kind {attributes.kind} needs an author and a reason; the note is shown as {DEFAULT_KIND}"
    problem = Problem(severity=Severity.ERROR, code="unsigned", file=file, line=line, message=message, hint=hint)
    return replace(attributes, kind=DEFAULT_KIND), (problem,)
