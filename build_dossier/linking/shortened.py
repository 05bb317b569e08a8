"""Short names that an article uses after the long one: «Техрик-э-Лабаик Пакистан (ТЛП)», then «ТЛП», «Техрик-э-Лабаик».

Comes in: the namings of the dossier with their groups. Goes out: groups joined where articles show that one name is
short for another. Every article that has both votes; a short name that stands for two long ones is joined to neither.
The work grows with the number of names in an article.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from build_dossier.extract.gazetteer import keys, merged, word_lists
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import authority
from build_dossier.linking.institutions import concept, national
from build_dossier.linking.joining import Groups
from build_dossier.linking.names import Name, spoken
from build_dossier.linking.table import NameTable, Naming
from build_dossier.text.translit import skeleton

_AGREED = 0.8
"""Share of the articles that must say the same long name."""
_FEWEST_INITIALS = 2
_SHORTEST = 3
"""Letters of a short name that is no acronym."""
_PARTY_STEM = 6
"""Letters that a party and its members share: «демокр-аты», «консер-ваторы», «лейбор-исты»."""
_SMALL = frozenset({"i", "ta", "z", "s", "v", "u", "po", "dla", "na", "of", "the", "and", "for", "e", "ul", "al", "el"})
"""Words, as skeletons, that acronyms may leave out."""

Found = Iterator[tuple[int, int]]
"""Numbers of a short name and of the long one that it stands for."""


def join_by_articles(table: NameTable, groups: Groups, namings: Sequence[Naming]) -> frozenset[int]:
    """Joins the groups of names that articles use for one another.

    Returns the numbers of the short names that only look like their long ones: neither brackets nor initials say it.
    """
    votes: dict[int, Counter[int]] = {}
    alike: dict[tuple[int, int], set[int]] = {}
    told: set[tuple[int, int]] = set()
    for rows in _articles(table, namings).values():
        pairs: set[tuple[int, int]] = set()
        for rule in RULES:
            for short, long in rule(table, groups, rows):
                pair = groups.root(short), groups.root(long)
                pairs.add(pair)
                alike.setdefault(pair, set()).add(short)
                told |= {pair} if rule in _TOLD else set()
        for first, second in pairs:
            if first != second:
                votes.setdefault(first, Counter())[second] += 1
    return frozenset(number for pair in _joined(groups, votes) if pair not in told for number in alike[pair])


def _joined(groups: Groups, votes: Mapping[int, Counter[int]]) -> Iterator[tuple[int, int]]:
    """Joins what the articles agree on; the short and the long group where the short one was not the editor's."""
    for short in sorted(votes):
        long, most = min(votes[short].items(), key=lambda item: (-item[1], item[0]))
        if most >= _AGREED * votes[short].total():
            owned = groups.owner(short) is not None
            if groups.join(long, short) and not owned:
                yield short, long


Row = tuple[Naming, int]
"""A naming and the number of its name."""


def _articles(table: NameTable, namings: Sequence[Naming]) -> Mapping[str, list[Row]]:
    """The namings of each article in the order of the text."""
    rows: dict[str, list[Row]] = {}
    for naming, number in zip(namings, table.numbers, strict=True):
        rows.setdefault(naming.article, []).append((naming, number))
    return {article: sorted(found, key=lambda row: row[0].mention.start) for article, found in rows.items()}


def glossed(table: NameTable, _: Groups, rows: Sequence[Row]) -> Found:
    """«Всемирная организация здравоохранения (ВОЗ)», «Асия Биби (Asia Bibi)»: the same in brackets."""
    for (before, long), (naming, short) in pairwise(rows):
        if naming.bracketed and 0 < naming.mention.start - before.mention.end <= len(" («"):
            one, other = table.names[long], table.names[short]
            scripts = {spoken(name.key, naming.language) == "en" for name in (one, other)}
            acronym = one.type is EntityType.ORG and table.facts[short].acronym
            if one.type is other.type and (acronym or len(scripts) > 1) and not table.loose(long):
                yield short, long


def initials(table: NameTable, _: Groups, rows: Sequence[Row]) -> Found:
    """«ТЛП» in an article that names «Техрик-э-Лабаик Пакистан»."""
    index: dict[str, set[int]] = {}
    for _naming, number in rows:
        for letters in _initials(table.names[number]):
            index.setdefault(letters, set()).add(number)
    for _naming, number in rows:
        name = table.names[number]
        if name.type is EntityType.ORG and table.facts[number].acronym and not _is_known(name):
            for long in sorted(index.get(skeleton(name.key), ())):
                yield number, long


def _initials(name: Name) -> Iterable[str]:
    words = skeleton(name.key).split()
    if name.type is not EntityType.ORG or len(words) < _FEWEST_INITIALS:
        return ()
    said = "".join(word[0] for word in words)
    great = "".join(word[0] for word in words if word not in _SMALL)
    return {letters for letters in (said, great) if len(letters) >= _FEWEST_INITIALS}


def part_of_name(table: NameTable, _: Groups, rows: Sequence[Row]) -> Found:
    """«Техрик-э-Лабаик» after «Техрик-э-Лабаик Пакистан», «Cockpit» after “Vereinigung Cockpit”."""
    index: dict[str, set[int]] = {}
    for _naming, number in rows:
        name = table.names[number]
        if name.type is not EntityType.ORG:
            continue
        if not _is_known(name) and not _is_common(name) and len(name.key) >= _SHORTEST:
            for long in sorted(index.get(skeleton(name.key), ())):
                yield number, long
        words = name.key.split()
        for at in range(1, len(words)):
            index.setdefault(skeleton(" ".join(words[:at])), set()).add(number)
            index.setdefault(skeleton(" ".join(words[at:])), set()).add(number)


def members_of_party(table: NameTable, _: Groups, rows: Sequence[Row]) -> Found:
    """«Демократы», «республіканці» in an article that names the «Демократическая партия»."""
    index: dict[str, set[int]] = {}
    for _naming, number in rows:
        name = table.names[number]
        if name.type is EntityType.ORG and _is_party(name):
            stems = {skeleton(word)[:_PARTY_STEM] for word in name.key.split()}
            for stem in stems - {skeleton("партия")[:_PARTY_STEM]}:
                index.setdefault(stem, set()).add(number)
    for _naming, number in rows if index else ():
        name = table.names[number]
        if name.type is EntityType.ORG and name.key.isalpha() and not name.key.isascii() and not _is_known(name):
            for long in sorted(index.get(skeleton(name.key)[:_PARTY_STEM], set()) - {number}):
                yield number, long


def _is_party(name: Name) -> bool:
    party = {merged("партія"), merged("партия")}
    return " " in name.key and any(not party.isdisjoint(keys(word, "ru")) for word in name.key.split())


def _is_known(name: Name) -> bool:
    """Whether the name means something without the article's help."""
    tables = any(authority().find(kind, name.key) is not None for kind in (EntityType.ORG, EntityType.LOC))
    return tables or concept(name.key) is not None or national(name.key) is not None


def _is_common(name: Name) -> bool:
    """Whether the name is a mere noun that begins many names: «палата», «комітет»."""
    heads = word_lists()["org_head"]
    return " " not in name.key and not heads.isdisjoint(keys(name.key, "uk") | keys(name.key, "ru"))


RULES: tuple[Callable[[NameTable, Groups, Sequence[Row]], Found], ...] = (
    glossed,
    initials,
    part_of_name,
    members_of_party,
)
"""What shows that a name is short for another of its article."""
_TOLD = (glossed, initials)
"""Those that the letters themselves bear out."""
