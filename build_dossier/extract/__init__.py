"""From an ``Article`` to its ``Reading``: everything that one text says by itself.

Comes in: one ``Article``, the package's lexicon and model. Goes out: a ``Reading``. One module per kind of finding.
"""

from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.extract import descriptions as _descriptions
from build_dossier.extract import mentions as _mentions
from build_dossier.extract import metonyms as _metonyms
from build_dossier.extract import roles as _roles
from build_dossier.extract import sources as _sources
from build_dossier.extract import speech as _speech
from build_dossier.extract import times as _times
from build_dossier.extract.attributions import Attribution
from build_dossier.extract.mentions import Mention
from build_dossier.extract.quotations import Quotation
from build_dossier.extract.roles import Role
from build_dossier.extract.sources.citation import Citation
from build_dossier.extract.tagger import Tagger
from build_dossier.extract.times import TimeExpression
from build_dossier.extract.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one article, without knowledge of any other."""

    article: Article
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...] = ()
    roles: tuple[Role, ...] = ()
    """What persons are called, in text order; a person called by the office alone is a mention (NOM) of its own."""
    times: tuple[TimeExpression, ...] = ()
    """When and how long, in text order."""
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    voices: tuple[Voice, ...] = ()
    """One for each sentence, in text order."""


def extract(article: Article, tagger: Tagger) -> Reading:
    """What ``article`` says by itself; the same article and model always give the same Reading."""
    names = _metonyms.marked(article, _mentions.find(article, tagger))
    described = _roles.find(article, names)
    offices = _descriptions.find(article, names, described)
    mentions = tuple(sorted((*names, *(role.mention for role in offices)), key=lambda mention: mention.start))
    roles = tuple(sorted((*described, *offices), key=lambda role: (role.start, role.end)))
    citations = _sources.find(article, names)
    speech = _speech.find(article, mentions, roles, citations)
    return Reading(
        article=article,
        times=_times.find(article),
        mentions=mentions,
        citations=citations,
        roles=roles,
        quotations=speech.quotations,
        attributions=speech.attributions,
        voices=speech.voices,
    )
