"""The words of a term as an editor writes them down: «(спеціальна) військова операція», «на Украине», «оккупант*».

Comes in: one line. Goes out: ``Pattern``s, or a ``PatternError`` that says what is wrong and what to write. A word in
the nominative or the infinitive stands for all its forms, in any other form for itself («війна проти України»: the
complement stays as it is). ``=`` before a word is for this form alone, ``*`` behind it for whatever follows, ``|``
between words for either, parentheses for a word that may be left out, ``…`` for up to three words. Case does not count.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_dossier.text.fold import fold, fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import inflections

GAP = 3
"""Words that ``…`` may stand for."""
MOST_WORDS = 8
MOST_OPEN = 3
"""Words that may be left out, and gaps: more make too many patterns of one."""
SHORTEST = 3
"""Letters before ``*``."""
_WORD = re.compile(r"=?[^\W_](?:[^\W_]|['’ʼ-](?=[^\W_]))*\*?")
_FOREIGN = {"uk": re.compile("[ыэъё]"), "ru": re.compile("[іїєґ]")}
_NAMES = {"uk": "Ukrainian", "ru": "Russian"}


class PatternError(ValueError):
    """A pattern that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a pattern."""

    forms: frozenset[str]
    """Folded."""
    beginnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words one after another; ``None`` is a gap."""

    words: tuple[Word | None, ...]


@lru_cache(maxsize=4_000)
def read_pattern(line: str, language: Language) -> tuple[Pattern, ...]:
    """The patterns that a line stands for, one for each way of leaving words out.

    Raises:
        PatternError: the line is none.
    """
    parts, optional = _parts(line)
    read = [None if part == "…" else _word(part.strip("()"), language) for part in parts]
    ways: list[tuple[Word | None, ...]] = [()]
    for word, may_lack in zip(read, optional, strict=True):
        ways = [*(list(ways) if may_lack else []), *((*way, word) for way in ways)]
    return tuple(Pattern(words=way) for way in dict.fromkeys(ways))


def check_pattern(line: str, language: Language) -> None:
    """Nothing, when ``read_pattern`` can read a line; asks no dictionary.

    Raises:
        PatternError: the line is no pattern.
    """
    parts, _ = _parts(line)
    for part in parts:
        if part != "…":
            _choices(part.strip("()"), language)


def _parts(line: str) -> tuple[list[str], list[bool]]:
    """The words of a line as they are written, and which of them may be left out."""
    parts = line.replace("...", "…").split()
    optional = [part.startswith("(") and part.endswith(")") for part in parts]
    _check(parts, optional)
    return parts, optional


def _check(parts: list[str], optional: list[bool]) -> None:
    """Nothing, when the parts make a pattern; else a ``PatternError``."""
    if not parts:
        raise PatternError("it is empty; write the words, as `російська агресія`")
    if len(parts) > MOST_WORDS:
        raise PatternError(f"it has more than {MOST_WORDS} words")
    if "…" in {parts[0], parts[-1]}:
        raise PatternError("`…` stands between words, not at an end")
    if any(pair == ("…", "…") for pair in pairwise(parts)):
        raise PatternError(f"one `…` is enough: it stands for up to {GAP} words")
    if all(optional):
        raise PatternError("every word may be left out; take one out of its parentheses")
    if sum(optional) + parts.count("…") > MOST_OPEN:
        raise PatternError(f"it has more than {MOST_OPEN} `(…)` and `…`; write two patterns")
    ends = [part for part in (parts[0], parts[-1]) if part.startswith("(")]
    if "…" in parts and ends:
        raise PatternError("beside `…` the first and the last word cannot be left out")


def _word(part: str, language: Language) -> Word:
    """A word, or several with ``|``."""
    forms: set[str] = set()
    beginnings: list[str] = []
    for choice, low in _choices(part, language):
        if choice.endswith("*"):
            beginnings.append(low)
        else:
            forms.add(low)
            if not choice.startswith("="):
                forms.update(fold_case(form) for form in inflections(fold(choice), language))
    return Word(forms=frozenset(forms), beginnings=tuple(beginnings))


def _choices(part: str, language: Language) -> list[tuple[str, str]]:
    """The words of which one may stand, as written, and folded without their signs."""
    found = []
    for choice in part.split("|"):
        if _WORD.fullmatch(choice) is None or ("*" in choice and "=" in choice):
            raise PatternError(f"“{choice or part}” is no word: letters, with `=` before or `*` behind")
        low = fold_case(choice.strip("=*"))
        foreign = _FOREIGN[language].search(choice.lower()) if language in _FOREIGN else None
        if foreign is not None:
            raise PatternError(f"“{choice}” has “{foreign.group()}”, which no {_NAMES[language]} word has")
        if choice.endswith("*") and len(low) < SHORTEST:
            raise PatternError(f"“{choice}” is too short: {SHORTEST} letters or more before `*`")
        found.append((choice, low))
    return found
