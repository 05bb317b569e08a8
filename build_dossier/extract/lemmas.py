"""The lemmas of all names of one article together: what one place shows settles another.

Comes in: the names of an article. Goes out: one lemma for each. A form that the text itself prints in the nominative
(«Кіт Келлог») is preferred for «Кітом Келлогом», and a given name tells the gender of the bare surname.
"""

from collections.abc import Sequence

from build_dossier.text.language import Language
from build_dossier.text.lemma import nominative


def lemmas(text: str, language: Language, named: Sequence[tuple[int, int, str]]) -> list[str]:
    """One lemma for every ``(start, end, kind)``, in the given order."""
    forms = [(text[start:end], kind) for start, end, kind in named]
    attested = {kind: frozenset(form for form, other in forms if other == kind) for kind in {kind for _, kind in forms}}
    return [nominative(form, kind, language, attested=attested[kind]) for form, kind in forms]
