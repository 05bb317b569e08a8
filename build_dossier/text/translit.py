"""Names across scripts: Latin letters for readers, letter correspondence, and keys that join spellings.

Comes in: a name. Goes out: another spelling of it, or a key under which several spellings meet:
``skeleton`` («Путін», «Путин», “Putin”) and the coarser ``consonants`` («Лукашенка», «Лукашенко»; «Київ», «Киев»).
Sources: Ukrainian by the Cabinet of Ministers' table of 2010 (KMU 55), Russian by BGN/PCGN 1947 with the usual
newspaper simplifications (no marks for ь and ъ, final -ий and -ый as -y).
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from build_dossier.text.fold import INVISIBLE, fold_case
from build_dossier.text.language import Language


def _table(pairs: str) -> dict[str, str]:
    """``"а=a щ=shch ь="`` as a mapping."""
    return dict(pair.split("=") for pair in pairs.split())


# KMU 55 of 2010; є ї й ю я have another value at the beginning of a word. Russian letters in Ukrainian texts as there.
_UK = _table(
    "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ь= ю=iu я=ia '= ы=y э=e ё=yo ъ= ў=u"
)
_UK_FIRST = _table("є=ye ї=yi й=y ю=yu я=ya")

# BGN/PCGN 1947. Ukrainian letters in Russian texts as they sound.
_RU = _table(
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
    "щ=shch ъ= ы=y ь= э=e ю=yu я=ya '= і=i ї=yi є=ye ґ=g ў=u"
)
_YE_AFTER = frozenset("аоуыэюяъь")
"""е is “ye” at the beginning of a word and after these (BGN/PCGN); after и newspapers print “e”: Dmitriev."""

_TO_RU = str.maketrans("іїєґІЇЄҐ'’ʼ", "иийгИИЙГььь") | str.maketrans({"є": "е", "Є": "Е", "ї": "и"})
_TO_UK = str.maketrans("ыэъЫЭЪ", "ие'ИЕ'")

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def romanised(name: str, language: Language) -> str:
    """The name in Latin letters, capitals kept; letters that are Latin already stay."""
    return _WORD.sub(lambda word: _recased(word.group(), _latin_word(word.group(), language)), name)


def _latin_word(word: str, language: Language) -> str:
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    return _latin_ru(low) if language == "ru" else _latin_uk(low)


def _latin_uk(word: str) -> str:
    # «зг» is zgh, so that it is not read as ж (KMU 2010, note 1).
    letters = [
        "gh" if char == "г" and word[at - 1 : at] == "з" else _letter_uk(char, first=at == 0)
        for at, char in enumerate(word)
    ]
    return "".join(letters)


def _letter_uk(char: str, *, first: bool) -> str:
    return (_UK_FIRST if first else _UK).get(char, _UK.get(char, char))


def _latin_ru(word: str) -> str:
    stem = re.sub("(?:ий|ый)$", "ы", word)
    return "".join(
        "ye" if char == "е" and (at == 0 or stem[at - 1] in _YE_AFTER) else _RU.get(char, char)
        for at, char in enumerate(stem)
    )


def _recased(word: str, latin: str) -> str:
    """The Latin word with the capitals of the original: ``БелТА`` gives ``BelTA`` only by table; here first or all."""
    if len(word) > 1 and word.isupper():
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


# In this order: endings of adjectives first, so that they keep their vowel. Ukrainian keeps и between the «nine» and a
# consonant (orthography of 2019, § 129), but not in the Russian surnames' ending -ин.
_RU_TO_UK = (
    (re.compile(r"([сц])кий\b"), r"\1ькый"),
    (re.compile(r"([сц])кая\b"), r"\1ька"),
    (re.compile(r"([сц])кие\b"), r"\1ькі"),
    (re.compile(r"(?<=[кгх])ий\b"), "ый"),
    (re.compile("ьё"), "йо"),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])ё"), "ьо"),
    (re.compile("ё"), "йо"),
    (re.compile("Ё"), "Йо"),
    (re.compile("(?<=[бпвмфкгхр])ь(?=[еюя])"), "'"),
    (re.compile("(?<=[аеиоуыэюя'ь])е"), "є"),
    (re.compile(r"(?<=[дтзсцжчшщрДТЗСЦЖЧШЩР])и(?=[бвгджзклмнпрстфхцчшщ])(?!на?\b)"), "ы"),
    (re.compile("(?<=[жчшщц])и"), "ы"),
    (re.compile("(?<=[Дд]м)и(?=тр)"), "ы"),
    (re.compile("и"), "і"),
    (re.compile("И"), "І"),
)
_UK_TO_RU = (
    (re.compile(r"([сц])ький\b"), r"\1кий"),
    (re.compile(r"([сц])ька\b"), r"\1кая"),
    (re.compile(r"([сц])ькі\b"), r"\1кие"),
    (re.compile(r"ій\b"), "ий"),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])йо"), "ьё"),
    (re.compile("[йь]о"), "ё"),
    (re.compile("Йо"), "Ё"),
)


def respelled(name: str, language: Language) -> str:
    """A Russian name in Ukrainian letters or the other way round, letter by letter; other languages stay."""
    if language not in {"uk", "ru"}:
        return name
    for pattern, letters in _UK_TO_RU if language == "uk" else _RU_TO_UK:
        name = pattern.sub(letters, name)
    return name.translate(_TO_RU if language == "uk" else _TO_UK)


# One key letter for what the languages write differently (г and ґ, и/і/ы/ї/й, е/є/э), and one for each sound that
# Latin needs two letters for: ж j, ц c, ч q, ш w, щ x. Signs fall away.
_KEY = _table(
    "а=a б=b в=v г=g д=d е=e є=e э=e ж=j з=z и=i і=i ы=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=v ф=f х=h "
    "ц=c ч=q ш=w щ=x ь= ъ= '= \"= ю=iu я=ia"
)
_LATIN = re.compile("shch|sch|ph|th|kh|ck|ch|sh|zh|ts|[wxqcyj]")
_LATIN_KEY = _table("shch=x sch=w ph=f th=t kh=h ck=k ch=q sh=w zh=j ts=c w=v x=ks q=k c=k y=i j=dj")
_DOUBLED = re.compile(r"(\w)\1+")
_VOWELS = str.maketrans("", "", "aeiou")


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """A key shared by the spellings of a name in Ukrainian, Russian and plain Latin letters; words stay apart."""
    low = "".join(char for char in fold_case(name) if char not in INVISIBLE)
    plain = _LATIN.sub(lambda found: _LATIN_KEY[found.group()], low)
    key = "".join(_KEY.get(char, char if char.isalnum() else " ") for char in plain)
    return _DOUBLED.sub(r"\1", " ".join(key.split()))


@lru_cache(maxsize=200_000)
def consonants(name: str) -> str:
    """A coarser key: the consonants alone, an initial vowel as ``~``, г and х as one letter.

    Initial у before a vowel counts as в: «Уиткофф», «Віткофф» (both for W-).
    """
    return " ".join(_word_consonants(word) for word in skeleton(name).split())


def _word_consonants(word: str) -> str:
    voiced = re.sub("^u(?=[aeiou])", "v", word).replace("h", "g")
    bare = voiced.translate(_VOWELS)
    return "~" + bare if voiced[:1] in frozenset("aeiou") else bare


def slug(name: str, language: Language = "uk") -> str:
    """The name as an ASCII path part: lower case, every run of other characters one hyphen; may be empty."""
    plain = _without_marks(romanised(name, language))
    return re.sub("[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def _without_marks(name: str) -> str:
    return "".join(char for char in normalize("NFKD", name) if not combining(char))
