"""Names that are probably one, by likeness: the last resort, always marked as a doubt.

Comes in: a ``NameTable`` and the groups that the rules made. Goes out: more joins, each with its score. Names are
compared only where their consonants agree but for one (found through their deletions, so the work stays linear), never
where a word tells two things apart («Південна», «Північна»), and within one language only when one of the two is never
printed as it stands, so that it may be an artefact of lemmatising.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance.Levenshtein import distance
from rapidfuzz.fuzz import ratio

from build_dossier.extract.mentions import EntityType
from build_dossier.linking.joining import Groups
from build_dossier.linking.names import coarse_surname, given_key, is_given, person, surname_key
from build_dossier.linking.table import NameTable
from build_dossier.text.translit import consonants, skeleton

LEAST = 88.0
"""Least likeness of two skeletons, 0 to 100 (rapidfuzz ratio). On 29,744 gold names of SlavicNER in both languages 80
gives B-cubed .893, 84 .892, 88 .888, 92 .887, all at precision .977: the careful one costs little."""
_LEAST_WORD = 70.0
"""Least likeness of each pair of words."""
_LEAST_CONSONANTS = 4
"""Shorter names agree by chance."""
_LEAST_SURNAME = 3
"""Consonants of a surname that may be misspelled: Коул and Кол are two."""
_LEAST_VOWELS = 75.0
"""Likeness of two surnames of the same consonants, 0 to 100 (rapidfuzz ratio): «Рютте» and «Рутте» have 80, «Уиткофф»
and «Віткофф» 83, «Меллон» and «Мелания» 67, «Бейкер» and «Букер» 73."""
_LEAST_GIVEN = 4
"""Letters of a given name in which one may be misspelled."""
_CROWD = 40
"""A key shared by more names than this says nothing."""
_TELLING = re.compile("pivn|pivd|sev|yuj|iuj|jujn|zah|zap|vost|shid|star|nov|per|dru|vto|tre|nijn|verhn|velik|mal|anti")
"""How words of direction, age and order begin, as skeletons: a difference in one of them is a difference in the thing.
Північн-, Південн-, Север-, Юж-, Захід-, Запад-, Восток, Схід, Стар-, Нов-, Перш-, Друг-, Втор-, Трет-, Нижн-, Верхн-,
Велик-, Мал-, Анти-."""


def same_vowels(one: str, other: str) -> bool:
    """Whether two surnames of the same consonants have much the same vowels."""
    return ratio(skeleton(one), skeleton(other)) >= _LEAST_VOWELS


def join_by_likeness(table: NameTable, groups: Groups) -> list[tuple[int, float]]:
    """Joins alike names; gives for every name its group before, by root, and the likeness that joined that (else 1)."""
    before = [groups.root(number) for number in range(len(table.names))]
    scores: dict[int, float] = {}
    for score, first, second in sorted(_pairs(table), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if groups.join(first, second):
            scores.setdefault(before[second], score)
            scores.setdefault(before[first], score)
    return [(root, scores.get(root, 1.0)) for root in before]


def _pairs(table: NameTable) -> Iterator[tuple[float, int, int]]:
    """Pairs that are alike enough, with their likeness, 0 to 1."""
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(table):
        for index, first in enumerate(bucket):
            for second in bucket[index + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    score = _likeness(table, first, second)
                    if score is not None:
                        yield score, first, second


def _buckets(table: NameTable) -> Iterator[Sequence[int]]:
    keyed: dict[tuple[EntityType, str], list[int]] = {}
    for number, name in enumerate(table.names):
        if not table.loose(number):
            for key in _keys(name.key):
                keyed.setdefault((name.type, key), []).append(number)
    return (bucket for bucket in keyed.values() if 1 < len(bucket) <= _CROWD)


def _keys(key: str) -> set[str]:
    """The consonants of a name, and these without any one of them; none for a name with too few."""
    whole = consonants(key).replace(" ", "").replace("~", "")
    if len(whole) < _LEAST_CONSONANTS:
        return set()
    return {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}


def _likeness(table: NameTable, first: int, second: int) -> float | None:
    """How alike two names are, ``None`` when they may not be one."""
    one, other = table.names[first], table.names[second]
    if one.type is EntityType.PER and _misspelled_given(one.key, other.key):
        return ratio(skeleton(one.key), skeleton(other.key)) / 100
    same_language = table.facts[first].languages & table.facts[second].languages
    if same_language and table.facts[first].printed and table.facts[second].printed:
        return None
    if not _words_agree(skeleton(one.key).split(), skeleton(other.key).split()):
        return None
    if one.type is EntityType.PER and not _persons_agree(one.key, other.key):
        return None
    score = ratio(skeleton(one.key), skeleton(other.key))
    if consonants(one.key) == consonants(other.key):
        score = max(score, LEAST)
    return score / 100 if score >= LEAST else None


def _misspelled_given(one: str, other: str) -> bool:
    """Whether two full names have one surname and a given name that at least one of them misspells.

    «Асия Биби» and «Азия Биби», «Дональд Туск» and «Дональт Туск»; but «Марія» and «Марина» are two, both known.
    """
    a, b = person(one), person(other)
    if surname_key(a) != surname_key(b) or len(coarse_surname(a)) < _LEAST_SURNAME or len(a.given) != len(b.given):
        return False
    pairs = [(x, y) for x, y in zip(a.given, b.given, strict=True) if given_key((x,)) != given_key((y,))]
    return len(pairs) == 1 and all(_is_slip(x, y) for x, y in pairs)


def _is_slip(one: str, other: str) -> bool:
    """Whether two given names differ in one letter, and one of them is no given name that is known."""
    a, b = skeleton(one), skeleton(other)
    known = all(is_given(word) for word in (one, other))
    return not known and min(len(a), len(b)) >= _LEAST_GIVEN and distance(a, b, score_cutoff=1) <= 1


def _words_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have the same words but for spelling."""
    return len(one) == len(other) and all(
        a == b or (_same_kind(a, b) and ratio(a, b) >= _LEAST_WORD) for a, b in zip(one, other, strict=True)
    )


def _same_kind(one: str, other: str) -> bool:
    """Whether a difference between two words may be one of spelling: no numbers, no words that tell things apart."""
    if any(char.isdigit() for char in one + other):
        return False
    telling = (_TELLING.match(one), _TELLING.match(other))
    return (telling[0] is None and telling[1] is None) or (
        telling[0] is not None and telling[1] is not None and telling[0].group() == telling[1].group()
    )


def _persons_agree(one: str, other: str) -> bool:
    """Whether two full names may be one person's: one of given name and surname is the same, the other nearly."""
    a, b = person(one), person(other)
    if a.feminine != b.feminine or a.number != b.number:
        return False
    same_given = given_key(a.given) == given_key(b.given)
    same_surname = coarse_surname(a) == coarse_surname(b)
    if min(len(coarse_surname(a)), len(coarse_surname(b))) < _LEAST_SURNAME:
        return False
    return same_given or (same_surname and consonants(" ".join(a.given)) == consonants(" ".join(b.given)))
