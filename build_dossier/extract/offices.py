"""Who holds which office in an article: «директор», «представитель ЕК», «премьер».

Comes in: an article's roles. Goes out: the person that an office without a name means, where only one can be meant.
"""

from collections.abc import Sequence

from build_dossier.extract.frames import Frame
from build_dossier.extract.gazetteer import merged
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.nominatives import Phrase
from build_dossier.extract.reporting import listed
from build_dossier.extract.roles import Role
from build_dossier.text.fold import fold_case

_MOST = 60
"""Roles of one noun that are looked at."""
_STEM = 5
"""Letters that a country's name and its adjective share."""


class Offices:
    """The named persons of an article by the noun of their office."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self._roles = {role.mention.start: role for role in roles}
        self._heads: dict[str, list[Role]] = {}
        self._of_person: dict[str, set[str]] = {}
        for role in roles:
            if role.mention.level is Level.NAM:
                self._heads.setdefault(fold_case(role.head), []).append(role)
                self._of_person.setdefault(_surname(role.mention), set()).add(fold_case(role.head))

    def called(self, lemmas: set[str]) -> list[Role]:
        """The roles of named persons whose noun is one of these."""
        return [role for lemma in sorted(lemmas) for role in self._heads.get(lemma, [])[:_MOST]]

    def only(self, lemmas: set[str]) -> Mention | None:
        """Whom alone the article calls so, be it further down."""
        roles = self.called(lemmas)
        return roles[0].mention if len({_surname(role.mention) for role in roles}) == 1 else None

    def may_hold(self, person: Mention, lemmas: set[str]) -> bool:
        """«директор» said something, then «міністр» did: not the same, but «політик» may be anybody."""
        heads = self._of_person.get(_surname(person), set())
        if not heads or not lemmas.isdisjoint(listed("anybody")):
            return True
        return not _parts(lemmas).isdisjoint(_parts(heads))

    def titled(self, frame: Frame, phrase: Phrase, start: int, lemmas: set[str]) -> Mention | None:
        """«представитель ЕК»: the one person called «официальный представитель Еврокомиссии» before."""
        of = frame.units[phrase.head + 1 : phrase.end]
        if not of or any(unit.mention is None or unit.mention.type is EntityType.PER for unit in of):
            return None
        mine = frozenset(merged(unit.form)[:_STEM] for unit in of if len(unit.form) >= _STEM)
        before = [role for role in self.called(lemmas) if role.mention.start < start]
        alike = [role for role in before if not mine or not _whose(role) or mine & _whose(role)]
        names = {_surname(role.mention) for role in before}
        return alike[-1].mention if alike and len(names) == 1 else None

    def holder(self, office: Mention) -> Mention | None:
        """The one person of the article whose description has the head of an office; ``None`` where there are more."""
        role = self._roles.get(office.start)
        if role is None:
            return None
        named = self._heads.get(fold_case(role.head), [])[:_MOST]
        mine = _whose(role)
        alike = [r for r in named if _whose(r) & mine] or [r for r in named if not _whose(r) or not mine]
        names = {_surname(r.mention) for r in alike}
        return alike[-1].mention if len(names) == 1 else None


def _surname(mention: Mention) -> str:
    return fold_case(mention.lemma).split()[-1]


def _parts(words: set[str]) -> frozenset[str]:
    """«премьер-министр» is «премьер» and «министр», and «прем'єрка» nearly «прем'єр»."""
    return frozenset(part[:_STEM] for word in words for part in word.split("-"))


def _whose(role: Role) -> frozenset[str]:
    """Of which country or body an office is, as far as a noun and its adjective agree: «белорусский», «Белоруссии»."""
    words = (*(mention.lemma for mention in role.of), *role.modifiers)
    return frozenset(merged(word)[:_STEM] for word in words if len(word) >= _STEM)
