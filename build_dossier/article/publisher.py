"""Who published an article, where its text names them as such.

Comes in: a text and its blocks. Goes out: ``Publisher``, or ``None``: whoever is only cited is no publisher («пише
NYT», «сообщило агентство Reuters», «Його слова наводить «БелТА»»). What an outlet says of itself is stated; what
could also be a citation is inferred, for a person to confirm. In doubt nobody is named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from build_dossier.article import Basis, Block, BlockKind, Publisher
from build_dossier.article.formulas import dateline, source_line
from build_dossier.article.place_rules import is_prose
from build_dossier.article.stamps import signed_stamp
from build_dossier.article.structure import one_of, outlets, plain, structure
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span, trim

LEAD = 3
"""Blocks of body in which an outlet names itself; further down it cites."""
LEAD_SENTENCES = 8
"""Of each of these blocks: some texts are one block from first to last."""
REACH = 600
"""Code points before a relay in which the outlet that it relays is cited: two or three sentences."""

_QUOTES = '«»"“”„'
_BODY = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
_QUOTED = r"[«\"“„][^«»\"“”„\n]{2,40}[»\"”“]"
_CAPITAL = r"(?:[^\W\d_a-zа-яіїєґёў]|\d)[\w.’'ʼ-]*\w"
_BARE = rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}"
_NAME = rf"(?P<name>{_QUOTED}|{_BARE})"
_HOLDER = r"(?:[^\s.,;|«»()]|\.(?=\w)){2,40}(?: (?:[^\s.,;|«»()]|\.(?=\w)){1,30}){0,4}"
"""Up to five words to the next mark: «© 2000–2025, Українська правда. Усі права…»."""
_HOME = re.compile(r"\.(?:ua|ru|by|kz|net|com|info|media|online)$|^[^\W\d_]*[а-яіїєґё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules look at."""

    text: str
    blocks: Sequence[Block]

    def lines(self, *kinds: BlockKind) -> Iterator[tuple[int, str]]:
        """Start and words of the blocks of these kinds."""
        return ((b.start, self.text[b.start : b.end]) for b in self.blocks if b.kind in kinds)

    def lead(self) -> Iterator[tuple[int, str]]:
        """Start and words of the first blocks of the body."""
        body = [block for block in self.blocks if block.kind in _BODY][:LEAD]
        return ((block.start, self.text[block.start : block.end]) for block in body)


Rule = Callable[[Evidence], Publisher | None]


def publisher(text: str, blocks: Sequence[Block]) -> Publisher | None:
    """The publisher that the text names, or ``None``."""
    evidence = Evidence(text=text, blocks=blocks)
    return next((found for rule in RULES if (found := rule(evidence)) is not None), None)


def rights_line(evidence: Evidence) -> Publisher | None:
    """«© 2005–2025, Економічна правда. Усі права захищено.»."""
    for start, line in evidence.lines(BlockKind.BOILERPLATE):
        found = _rights().match(line)
        if found is not None and not plain(found["name"]).startswith(structure().boilerplate.opening):
            return _named(evidence, start + found.start("name"), start + found.end("name"), Basis.STATED)
    return None


def own_channel(evidence: Evidence) -> Publisher | None:
    """«Читайте новини на каналі УНІАН в Telegram», «Використання матеріалів «ZN.UA»…»."""
    for start, line in evidence.lines(BlockKind.BOILERPLATE):
        found = next((found for words in _OWN_WORDS if (found := words().search(line)) is not None), None)
        if found is not None and not _is_platform(found["name"]):
            return _named(evidence, start + found.start("name"), start + found.end("name"), Basis.STATED)
    return None


def signed(evidence: Evidence) -> Publisher | None:
    """«Кореспондент.net, 2 листопада 2020, 23:32» as a line above the body; in it, a source."""
    for block in takewhile(lambda block: not _is_body(evidence, block), evidence.blocks):
        found = signed_stamp(evidence.text[block.start : block.end]) if block.kind == BlockKind.STAMP else None
        if found is not None:
            return _named(evidence, block.start + found[0].start, block.start + found[0].end, Basis.STATED)
    return None


def relay_of_another_outlet(evidence: Evidence) -> Publisher | None:
    """«Як повідомляє Politico…, передає «Новини»»: who relays an outlet in its own text speaks of itself."""
    for relay in _relays(evidence):
        name = relay.name.of(evidence.text)
        if relay.cites and not _is_cited(name):
            basis = Basis.INFERRED if _is_agency(name) else Basis.STATED
            return _named(evidence, relay.name.start, relay.name.end, basis)
    return None


def line_of_its_own(evidence: Evidence) -> Publisher | None:
    """«Про це розповідає NewsWeek» as a line: the outlet's name for itself, or a relay; a person decides."""
    for start, line in evidence.lines(BlockKind.SOURCE_LINE):
        span = source_line(line)
        if span is None or not plain(line).startswith(structure().source_openings):
            continue
        name = span.of(line)
        if not (_is_cited(name) or _is_agency(name)) and re.fullmatch(_NAME, name):
            return _named(evidence, start + span.start, start + span.end, Basis.INFERRED)
    return None


def agency_in_dateline(evidence: Evidence) -> Publisher | None:
    """«МИНСК, 21 июня — БЕЛТА.»: the agency that filed the story; another site may have taken it over."""
    for start, line in evidence.lead():
        found = dateline(line)
        if found is not None and found.agency is not None:
            return _named(evidence, start + found.agency.start, start + found.agency.end, Basis.INFERRED)
    return None


def bare_relay(evidence: Evidence) -> Publisher | None:
    """«…, передає «Новини»» or «…, передає УНН з посиланням на DW»: an outlet of ours, neither agency nor foreign."""
    for relay in _relays(evidence):
        name = relay.name.of(evidence.text)
        if not (_is_cited(name) or _is_agency(name)) and (name[0] in _QUOTES or _HOME.search(name)):
            return _named(evidence, relay.name.start, relay.name.end, Basis.INFERRED)
    return None


RULES: tuple[Rule, ...] = (
    rights_line,
    own_channel,
    signed,
    relay_of_another_outlet,
    line_of_its_own,
    agency_in_dateline,
    bare_relay,
)
"""What an outlet says of itself first, then what could be a citation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relay:
    name: Span
    """In the article's text."""
    cites: bool
    """Whether another outlet is cited before it, within ``REACH`` in the same block."""


def _relays(evidence: Evidence) -> Iterator[_Relay]:
    """Closing clauses «, передає X» of sentences in the lead."""
    for start, line in evidence.lead():
        for sentence in sentences(line)[:LEAD_SENTENCES]:
            found = _relay_clause().search(line, sentence.start, sentence.end)
            if found is not None:
                name = Span(start=start + found.start("name"), end=start + found.end("name"))
                yield _Relay(name=name, cites=_cites(line[max(0, found.start() - REACH) : found.start()]))


def _is_body(evidence: Evidence, block: Block) -> bool:
    return block.kind == BlockKind.PARAGRAPH and is_prose(evidence.text[block.start : block.end])


def _cites(before: str) -> bool:
    """Whether an outlet is cited: «як повідомляє X», «з посиланням на X», or one by its name."""
    return _citation().search(plain(before)) is not None


def _is_cited(name: str) -> bool:
    words = _bare(name)
    return words in outlets().cited or words.split()[0] in outlets().kinds


def _is_agency(name: str) -> bool:
    return _bare(name) in outlets().agencies


def _is_platform(name: str) -> bool:
    return any(word in structure().platforms for word in _bare(name).split())


def _bare(name: str) -> str:
    return plain(name).strip('" .').strip() or "-"


def _named(evidence: Evidence, start: int, end: int, basis: Basis) -> Publisher:
    """The outlet named at ``start`` to ``end`` of the text, without quotation marks."""
    span = trim(evidence.text, start, end)
    return Publisher(name=span.of(evidence.text).strip(_QUOTES).strip(), basis=basis, span=span)


@lru_cache(maxsize=1)
def _relay_clause() -> re.Pattern[str]:
    verbs = one_of(outlets().relay_verbs)
    reference = rf"(?:,?\s+(?i:{one_of(outlets().reference_phrases)})\s[^.\n]{{1,120}})?"
    return re.compile(rf",\s?(?:[—–-]\s?)?{verbs}\s{_NAME}{reference}[.!…]*\s*\Z")


@lru_cache(maxsize=1)
def _citation() -> re.Pattern[str]:
    reports = rf"(?<!\w)(?:як|как)\s+{one_of(outlets().report_verbs)}"
    return re.compile(rf"{reports}|{one_of(outlets().reference_phrases)}")


@lru_cache(maxsize=1)
def _rights() -> re.Pattern[str]:
    years = r"(?:\d{4}(?:\s?[–—-]\s?\d{4})?,?\s{0,3})?"
    return re.compile(rf"(?i:©|\(c\)|\(с\)|copyright)\s{{0,3}}©?\s{{0,3}}{years}(?P<name>{_QUOTED}|{_HOLDER})")


@lru_cache(maxsize=1)
def _on_channel() -> re.Pattern[str]:
    platforms = one_of(structure().platforms)
    return re.compile(rf"(?i:канал[іуе]?|сторінк[аиу]|страниц[ауе])\s{_NAME}\s(?:в|у|на)\s(?i:{platforms})")


@lru_cache(maxsize=1)
def _together_with() -> re.Pattern[str]:
    return re.compile(rf"(?i:разом\sз|вместе\sс)\s{_NAME}!")


@lru_cache(maxsize=1)
def _our_material() -> re.Pattern[str]:
    material = r"(?:використання|использовани[ея])\s(?:будь-яких\s|любых\s)?(?:матеріалів|материалов)"
    return re.compile(rf"(?:(?i:{material})\s(?=[«\"“„])|(?i:опубліковано|опубликован)\sна\s){_NAME}")


_OWN_WORDS = (_on_channel, _together_with, _our_material)
