"""How names in Cyrillic are spelled in Latin letters, by whom one asks.

Comes in: a word of a name. Goes out: its spellings, folded: by the Cabinet of Ministers' table of 2010 and BGN/PCGN
(both in ``text.translit``), by the scientific transliteration (ISO 9:1968, without its diacritics, as ``words`` folds
them), and with what newspapers do to any of these.
"""

import re
from functools import lru_cache

from build_dossier.search.words import fold_word
from build_dossier.text.translit import romanised

_CYRILLIC = re.compile("[а-яіїєґё]", re.IGNORECASE)


def _table(pairs: str) -> dict[int, str]:
    return str.maketrans(dict(pair.split("=") for pair in pairs.split()))


_SCIENTIFIC = _table(
    "а=a б=b в=v д=d е=e є=je ж=z з=z і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=c ч=c ш=s щ=sc "
    "ь= '= ъ= ы=y э=e ё=e ю=ju я=ja ў=u"
)
_OF_LANGUAGE = {"uk": _table("г=h ґ=g и=y"), "ru": _table("г=g и=i")}

_HABITS = (
    (re.compile(r"(?:iy|yi|yy|ii|ij)\b"), "y"),
    (re.compile(r"(?<=[^aeiou])y\b"), "iy"),
    (re.compile(r"(?<=[^aeiou])y\b"), "yi"),
    (re.compile(r"(?<=[^aeiou])y\b"), "ii"),
    (re.compile("kh"), "h"),
    (re.compile("zgh|zh"), "z"),
    (re.compile(r"\bi(?=[aeu])|(?<=[aeiou])i(?=[aeu])"), "y"),
    (re.compile("(?<=[^aeiou])i(?=[aeu])"), "y"),
    (re.compile("(?<=[^aeiou])y(?=[aeu])"), "i"),
    (re.compile(r"(?<=[^aeiouy])ye|\bye"), "e"),
    (re.compile("(?<=[aeiou])ye"), "e"),
    (re.compile("ks"), "x"),
    (re.compile("ts"), "c"),
    (re.compile(r"(?<=[eo])v\b"), "ff"),
)
"""What newspapers do to a spelling, one habit at a time: «Zelenskyy», «Zelensky», «Zelenskiy»; «Medvedyev»,
«Medvedev»; «Kharkiv», «Harkiv»; «Oleksandr», «Olexandr»."""


@lru_cache(maxsize=50_000)
def spellings(word: str) -> tuple[str, ...]:
    """The spellings of one word of a name, folded, each once; none of a word without a Cyrillic letter."""
    low = word.lower()
    if _CYRILLIC.search(low) is None:
        return ()
    found: dict[str, None] = {}
    for language, letters in _OF_LANGUAGE.items():
        found[romanised(low, "uk" if language == "uk" else "ru")] = None
        found[low.translate(letters).translate(_SCIENTIFIC)] = None
    for spelling in tuple(found):
        for habit, put in _HABITS:
            found[habit.sub(put, spelling)] = None
    return tuple(dict.fromkeys(fold_word(spelling) for spelling in found))
