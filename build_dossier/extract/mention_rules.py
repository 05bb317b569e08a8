"""What the tagger gets wrong in ways that can be named, put right rule by rule.

Comes in: the drafts of one article, block by block. Goes out: the drafts as they should be.
"""

from collections.abc import Sequence

from build_dossier.extract import name_bodies, name_edges, name_media, name_places
from build_dossier.extract.draft import Draft, Rule, Scene
from build_dossier.extract.voting import agreed

MENDING: tuple[Rule, ...] = (
    name_edges.quotes_in_pairs,
    name_edges.quotes_stand_outside,
    name_edges.hyphens_go_on,
    name_edges.small_words_are_no_names,
    name_edges.adjectives_are_no_names,
    name_edges.openers_are_no_names,
    name_edges.initials_belong,
    name_edges.particles_join,
    name_edges.scripts_part,
    name_edges.persons_glued,
    name_places.places_printed_small,
    name_places.acronyms_of_places,
    name_bodies.latin_words_are_organisations,
    name_bodies.listed_products,
    name_media.union_in_russian,
    name_bodies.listed_events,
    name_bodies.listed_institutions,
    name_bodies.listed_acronyms,
    name_bodies.bodies_in_quotes,
    name_bodies.governments,
    name_bodies.country_belongs,
    name_places.listed_places,
    name_places.regions,
)
"""In this order: first where a name begins and ends, then what it names."""

HOUSE: tuple[Rule, ...] = (
    name_media.outlets_are_organisations,
    name_media.outlets_in_quotes,
    name_media.unions_are_organisations,
    name_bodies.administrations,
)
"""How this project names things, where the corpus the tagger learned from does otherwise."""


def mended(
    scenes: Sequence[Scene],
    drafts: Sequence[tuple[Draft, ...]],
    *,
    mending: tuple[Rule, ...] = MENDING,
    house: tuple[Rule, ...] = HOUSE,
) -> list[tuple[Draft, ...]]:
    """The drafts of all blocks of an article after all rules."""
    return applied(scenes, agreed(scenes, applied(scenes, drafts, mending)), house)


def applied(
    scenes: Sequence[Scene], drafts: Sequence[tuple[Draft, ...]], rules: tuple[Rule, ...]
) -> list[tuple[Draft, ...]]:
    """The drafts of all blocks after these rules, one after the other."""
    return [_apply(block, of_block, rules) for block, of_block in zip(scenes, drafts, strict=True)]


def _apply(block: Scene, drafts: tuple[Draft, ...], rules: tuple[Rule, ...]) -> tuple[Draft, ...]:
    for rule in rules:
        drafts = rule(block, drafts)
    return drafts
