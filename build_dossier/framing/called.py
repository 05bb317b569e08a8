"""What articles call persons beside their names: offices, titles, epithets, each where it stands and in whose voice.

Comes in: a ``LinkedReading``. Goes out: ``Called``s. They are in the words of the article; nothing says which is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.roles import Role
from build_dossier.framing.voicing import Said, Voices
from build_dossier.link import LinkedReading
from build_dossier.text.language import Language
from build_dossier.text.lemma import nominative


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A person called something."""

    linked: LinkedReading
    entity: str
    role: Role
    said: Said

    @property
    def words(self) -> str:
        """As printed, on one line."""
        return " ".join(self.linked.reading.article.text[self.role.start : self.role.end].split())

    @property
    def listed(self) -> str:
        """In the nominative, small letters first: the same for «диктатором Білорусі» and «Диктатор Білорусі»."""
        return _listed(self.words, self.linked.reading.article.language)

    @property
    def alone(self) -> bool:
        """Whether it stands for the person, without the name."""
        return self.role.start <= self.role.mention.start < self.role.end


@lru_cache(maxsize=20_000)
def _listed(words: str, language: Language) -> str:
    turned = nominative(words, "ORG", language)
    return turned if turned[1:2].isupper() else turned[:1].lower() + turned[1:]


def called_in(linked: LinkedReading) -> Iterator[Called]:
    """All that an article calls the persons that have an entity, in text order."""
    if not linked.reading.roles:
        return
    led = {(link.mention.start, link.mention.end): link.entity for link in linked.links}
    voices = Voices(linked)
    for role in linked.reading.roles:
        entity = led.get((role.mention.start, role.mention.end))
        if entity is not None:
            yield Called(linked=linked, entity=entity, role=role, said=voices.of(role.start, role.end))
