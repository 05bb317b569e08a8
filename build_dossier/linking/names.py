"""Names as linking compares them.

Comes in: lemmas of mentions. Goes out: ``Name`` records, one for all mentions with the same words and type, with the
keys under which spellings and scripts meet. «Владимира Путина» and «Путин Владимир Владимирович» share a person key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import merged, word_lists
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import name_key, personal_names
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses
from build_dossier.text.translit import consonants, skeleton

_PATRONYMIC = re.compile("(?:ович|евич|йович|ійович|ьович|івна|ївна|овна|евна|ична|ічна|инична|ич)$")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?\Z")
_FEMININE = re.compile("(?:ська|цька|ская|цкая|ова|ева|єва|ина|іна|їна|ая)$")
_LATIN_NUMERALS = str.maketrans("іх", "ix")
_NUMERAL = re.compile("[ivx]+")
_GENERATION = re.compile(
    r"[- ]+(?:((?:молодш|младш)(?:ий|ого|ому|его|ему|ем|им)|мол\.|мл\.|jr\.?)"
    r"|(старш(?:ий|ого|ому|его|ему|ем|им)|ст\.|sr\.?))(?=\s|$)"
)
"""«Буш-младший», «Байден — старший», “Biden Jr.”: the son apart from the father."""
_LANGUAGES: tuple[Language, ...] = ("uk", "ru")
_PARTICLES = frozenset({"де", "ди", "да", "ван", "фон", "ель", "аль", "эль", "бен", "бін", "бин", "ла", "ле", "дер"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that may name one thing; ``against`` are ids that the editor ruled out for them."""

    type: EntityType
    key: str
    """``authority.name_key`` of the lemma."""
    against: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str, tuple[str, ...]]:
        """What names are sorted by."""
        return self.type.value, self.key, self.against


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person's name in its parts."""

    given: tuple[str, ...]
    """Given names and initials, without patronymic; empty for a bare surname."""
    surname: str
    generation: str = ""
    """``+jr`` or ``+sr`` where the name says so: father and son are two."""

    @property
    def bare(self) -> bool:
        """Whether nothing but the surname (or one word that may be it) is said."""
        return not self.given

    @property
    def initialed(self) -> bool:
        """Whether the given name is an initial only."""
        return bool(self.given) and all(_INITIAL.match(word) for word in self.given)

    @property
    def number(self) -> str:
        """The number of a sovereign in Latin letters, empty for all others: Alexander II is not Alexander III."""
        low = self.surname.translate(_LATIN_NUMERALS)
        return f"#{low}" if self.given and _NUMERAL.fullmatch(low) else ""

    @property
    def feminine(self) -> bool:
        """Whether the surname has the form of a woman's (Slavic -ова, -ська …)."""
        return _FEMININE.search(self.surname) is not None


@lru_cache(maxsize=200_000)
def person(key: str) -> Person:
    """The parts of a person's name given as a key: surname last, or first where a patronymic or initials follow it."""
    told = _GENERATION.search(key)
    generation = "" if told is None else "+jr" if told.group(1) else "+sr"
    words = _GENERATION.sub("", key).replace(".", ". ").split() or key.split()
    if len(words) >= 2 and _surname_first(words):
        words = [*words[1:], words[0]]
    if len(words) >= 3 and any(_PATRONYMIC.search(word) for word in words[1:-1]):
        words = [words[0], *(word for word in words[1:-1] if not _PATRONYMIC.search(word)), words[-1]]
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in _PARTICLES:
        cut -= 1
    return Person(given=tuple(words[:cut]), surname=" ".join(words[cut:]), generation=generation)


def _surname_first(words: list[str]) -> bool:
    """Whether the name is turned round: «Путин Владимир Владимирович», «Ярош С.А.», «Пєсков Дмитро»."""
    if _INITIAL.match(words[-1]) and words[-1].endswith(".") and not _INITIAL.match(words[0]):
        return True
    if len(words) == 3 and _PATRONYMIC.search(words[2]) and not _PATRONYMIC.search(words[1]):
        return canonical_given(words[1]) is not None
    return len(words) == 2 and canonical_given(words[0]) is None and canonical_given(words[1]) is not None


@lru_cache(maxsize=1)
def _given_table() -> Mapping[str, str]:
    """Skeleton of a form of a given name to the name's first form."""
    table: dict[str, str] = {}
    names = personal_names()
    for row in (*names.rows, *names.short, *((english, *forms) for english, forms in names.western.items())):
        for form in row:
            table.setdefault(skeleton(form), skeleton(row[0]))
    return table


@lru_cache(maxsize=50_000)
def canonical_given(word: str) -> str | None:
    """One key for the forms of a given name that the table knows, else ``None``."""
    return _given_table().get(skeleton(word))


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Whether the table, the tagger's list or a dictionary knows the word as a given name."""
    if canonical_given(word) is not None or merged(word) in word_lists()["given"]:
        return True
    return any("Name" in a.grammemes and a.known for language in _LANGUAGES for a in analyses(word, language))


def given_key(words: tuple[str, ...]) -> str:
    """A key for given names: by the table, else by spelling."""
    return " ".join(canonical_given(word) or skeleton(word) for word in words)


def surname_key(name: Person) -> str:
    """A key for a surname across scripts, women's surnames apart from men's."""
    return name.number or skeleton(name.surname) + ("+" if name.feminine else "") + name.generation


def coarse_surname(name: Person) -> str:
    """The coarser key: consonants only."""
    return name.number or consonants(name.surname) + ("+" if name.feminine else "") + name.generation


def spoken(name: str, language: Language) -> Language:
    """The language a name is written in: Latin letters are no Ukrainian or Russian."""
    return "en" if re.search("[а-яіїєґё]", name.lower()) is None else language


__all__ = [
    "Name",
    "Person",
    "canonical_given",
    "coarse_surname",
    "given_key",
    "is_given",
    "name_key",
    "person",
    "spoken",
    "surname_key",
]
