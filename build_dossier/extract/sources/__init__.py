"""Whom an article says it has its news from: outlets, bodies, papers, people without names; persons are speakers.

Comes in: an ``Article`` and its mentions. Goes out: one ``Citation`` for each source, in the order in which they are
first cited. The publisher is no source of its own article, unless it is only inferred to be the publisher.
"""

from collections.abc import Iterator, Mapping, Sequence

from build_dossier import kwic
from build_dossier.article import Article, Basis, BlockKind
from build_dossier.extract.mentions import Mention
from build_dossier.extract.sources.chain import Tie, relaying, ties
from build_dossier.extract.sources.citation import Anonymity, Citation, SourceRole, Via
from build_dossier.extract.sources.cues import at_end_of_headline, cited, in_source_line
from build_dossier.extract.sources.found import Cited, Cue, Found, Kind
from build_dossier.extract.sources.joining import Place, joined
from build_dossier.extract.sources.names import outlet_key
from build_dossier.extract.sources.refusals import refusals
from build_dossier.extract.sources.words import tells_habitually
from build_dossier.extract.units import Sentence, read_sentences
from build_dossier.outlets import package_outlets
from build_dossier.text.lemma import nominative
from build_dossier.text.span import Span

HOME = frozenset({"UA", "RU", "BY", "KZ"})
"""«Як повідомляв X» in a text of ours is X on itself, unless X is foreign."""

_SILENT = {Cue.DECLINED: Anonymity.DECLINED, Cue.NO_REPLY: Anonymity.NO_REPLY}
_ANONYMITY = {
    Kind.OUTLET_AGAIN: Anonymity.UNNAMED,
    Kind.INFORMANTS: Anonymity.UNNAMED,
    Kind.MEDIA: Anonymity.COLLECTIVE,
    Kind.GOVERNMENT: Anonymity.COLLECTIVE,
    Kind.GROUP: Anonymity.COLLECTIVE,
}
_NAMED = frozenset({Kind.OUTLET, Kind.BODY, Kind.GOVERNMENT})
_OUTLETS = frozenset({Kind.OUTLET, Kind.OUTLET_AGAIN, Kind.MEDIA})


def find(article: Article, mentions: Sequence[Mention]) -> tuple[Citation, ...]:
    """The sources of ``article``."""
    places = joined(tuple(_places(article, mentions)), mentions, article.language)
    told = tuple(place for place in places if not _is_publisher(article, place))
    by_key: dict[str, list[Place]] = {}
    for place in told:
        by_key.setdefault(place.found.key, []).append(place)
    numbers = {key: number for number, key in enumerate(by_key)}
    relays, known_by = relaying(told), ties(told)
    return tuple(
        _citation(article, cited_at, relays=key in relays, via=_via(known_by.get(key), numbers))
        for key, cited_at in by_key.items()
    )


def _places(article: Article, mentions: Sequence[Mention]) -> Iterator[Place]:
    for number, of in enumerate(read_sentences(article, mentions)):
        block = kwic.block_at(article, of.units[0].start).kind
        if block is BlockKind.CAPTION:
            continue
        for one in _cited(of, block):
            yield Place(found=one.found, cue=one.cue, at=one.at, sentence=number, block=block)


def _cited(of: Sentence, block: BlockKind) -> tuple[Cited, ...]:
    """The citing places of one sentence; what is not answered or commented is not told."""
    silent = tuple(refusals(of))
    told = [one for one in cited(of) if not any(_touch(one, other) for other in silent) and not _own_report(of, one)]
    if block is BlockKind.HEADLINE and (end := at_end_of_headline(of)) is not None:
        told += [end] if not any(_touch(end, other) for other in told) else []
    if block is BlockKind.SOURCE_LINE:
        told += [one for one in in_source_line(of) if not any(_touch(one, other) for other in told)]
    return tuple(sorted((*silent, *told), key=lambda one: one.found.start))


def _touch(one: Cited, other: Cited) -> bool:
    return one.found.start < other.found.end and other.found.start < one.found.end


def _own_report(of: Sentence, one: Cited) -> bool:
    """«Як повідомляв УНІАН, …»: a paper of ours on what it wrote before."""
    if one.found.named is None or one.found.kind not in {Kind.OUTLET, Kind.BODY} or one.cue is not Cue.TELLS:
        return False
    opened = any(of.form(at) in {"як", "как", "раніше", "ранее"} for at in range(max(0, one.at - 3), one.at))
    if not opened or not tells_habitually(of.units[one.at].form, of.language):
        return False
    outlet = package_outlets().outlets.get(one.found.key.removeprefix("outlet:"))
    return one.found.end > of.units[one.at].start and (outlet is None or outlet.country in HOME)


def _is_publisher(article: Article, place: Place) -> bool:
    """Whether the publisher itself is cited; one who is only inferred from a line of its own stands in both places."""
    publisher = article.publisher
    if publisher is None or place.found.kind is not Kind.OUTLET or outlet_key(publisher.name) != place.found.key:
        return False
    in_line = publisher.span is not None and kwic.block_at(article, publisher.span.start).kind is BlockKind.SOURCE_LINE
    return publisher.basis is not Basis.INFERRED or not in_line


def _via(tie: Tie | None, numbers: Mapping[str, int]) -> Via | None:
    return None if tie is None or tie.via not in numbers else Via(source=numbers[tie.via], basis=tie.basis)


def _citation(article: Article, places: Sequence[Place], *, relays: bool, via: Via | None) -> Citation:
    first = next((place.found for place in places if place.found.named is not None), places[0].found)
    counts = (place.found.count for place in places if place.found.count is not None)
    return Citation(
        name=_name(article, first),
        role=_role(first.kind, relays=relays),
        anonymity=_anonymity(places, first),
        outlet=first.kind in _OUTLETS,
        count=next(counts, None),
        via=via,
        named=None if first.named is None else Span(start=first.named.start, end=first.named.end),
        named_itself=first.named is not None and first.kind in _NAMED,
        spans=tuple(Span(start=place.found.start, end=place.found.end) for place in places),
    )


def _role(kind: Kind, *, relays: bool) -> SourceRole:
    if kind in {Kind.PAPER, Kind.PAPER_AGAIN}:
        return SourceRole.DOCUMENT
    if kind in {Kind.BODY, Kind.BODY_AGAIN}:
        return SourceRole.SPOKESPERSON
    return SourceRole.RELAYED if relays else SourceRole.PRIMARY


def _anonymity(places: Sequence[Place], first: Found) -> Anonymity:
    """Silence counts only where nothing was said at all."""
    cues = {place.cue for place in places}
    if cues <= _SILENT.keys():
        return _SILENT[places[0].cue]
    if first.kind is Kind.PAPER and first.plural and first.named is None:
        return Anonymity.COLLECTIVE  # «соцопросы»
    return _ANONYMITY.get(first.kind, Anonymity.NAMED)


def _name(article: Article, first: Found) -> str:
    """The name's nominative; of a description the nominative of its words."""
    if first.named is not None and first.kind in _NAMED:
        return first.named.lemma
    words = " ".join(article.text[first.start : first.end].split())
    if first.plural or first.count is not None:
        return words
    return nominative(words, "ORG", article.language)
