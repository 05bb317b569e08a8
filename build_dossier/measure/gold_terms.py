"""Terms of a gold file: what an article calls things, and in whose voice.

Comes in: the list of one article. Goes out: ``GoldTerm``s. The gold says voices in free words; where it leaves a voice
open, or one entry has several, any of those is right.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_dossier.framing.voicing import Voice
from build_dossier.strict_yaml import Value

_MARKS = ('"', "«", "„", "“")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTerm:
    """One term of an article."""

    term: str
    starts: tuple[int, ...]
    voices: frozenset[Voice]
    """Those that are right."""


def gold_terms(value: Value) -> Iterator[GoldTerm]:
    """The terms of an article.

    Raises:
        KeyError, TypeError, ValueError: an entry is not what it should be.
    """
    for item in value or ():
        if not isinstance(item, Mapping) or not isinstance(item["starts"], tuple):
            raise TypeError(f"a term with its starts was expected, not {item!r}")
        starts = tuple(int(str(start)) for start in item["starts"])
        term = str(item["term"])
        apart = {Voice.APART} if term[:1] in _MARKS else set()
        yield GoldTerm(term=term, starts=starts, voices=voices_of(str(item["voice"])) | apart)


def voices_of(words: str) -> frozenset[Voice]:
    """The voices that the gold's words allow: «outlet», «NYT quote», «outlet, once paraphrasing X», «… (unclear)»."""
    low = words.lower()
    if "unclear" in low or "/" in low:
        return frozenset({Voice.OWN, Voice.REPORTED})
    quoted = {Voice.QUOTED, Voice.APART} if "quot" in low else set()
    retold = {Voice.REPORTED} if any(sign in low for sign in ("paraphras", "retelling", " via ")) else set()
    own = {Voice.OWN} if low == "outlet" or " once " in low or "outlet (" in low else set()
    return frozenset(quoted | retold | own)
