"""Reading term sets: the package's ``lexicon/framing/*.yml``, and the editor's ``docs/lexicon/framing/*.yml`` on top.

Comes in: (path, text) pairs; the stem of a file is the key of its set. Goes out: ``TermSets``, with a ``Problem`` for
every mistake, all at once. An editor's term replaces the package's of the same key, one with nothing behind it removes
it; so does ``off: yes`` with the whole set. What is right in a file is used, whatever else is wrong in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from build_dossier.errors import Problem
from build_dossier.framing import LANGUAGES, Term, TermSet, TermSets
from build_dossier.framing.patterns import PatternError, check_pattern
from build_dossier.lexicon_file import Complaints, document_of, package_texts
from build_dossier.strict_yaml import Document, Value
from build_dossier.text.language import Language
from build_dossier.text.likeness import nearest

FOLDER = "docs/lexicon/framing/"
SET_FIELDS = ("title", "about", "only_with", "terms", "off")
TERM_FIELDS = ("gloss", "uk", "ru", "not", "initial", "spelling", "under", "note")
INITIALS = ("small", "capital")
YES = ("yes", "true")
INTERFACE = ("en", "uk", "ru")
"""Languages of titles and glosses; without one of them the first that there is stands for it."""
MOST_TERMS = 40
"""Of one set: each is a column."""
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@lru_cache(maxsize=1)
def package_sets() -> TermSets:
    """The sets that come with the program."""
    sets, problems = read_sets(package_texts("framing"), {})
    assert not problems, problems
    return sets


def read_sets(
    sources: Iterable[tuple[str, str]], known: TermSets | None = None
) -> tuple[TermSets, tuple[Problem, ...]]:
    """The sets of ``known`` (the package's by default) with those of ``sources`` on top."""
    sets = dict(package_sets() if known is None else known)
    complaints = Complaints(code="framing")
    for path, text in sources:
        key = PurePosixPath(path).stem
        if _KEY.fullmatch(key) is None:
            complaints.add(path, None, f"a file of terms is named with small letters and hyphens, not “{key}”")
            continue
        document = document_of(path, text, complaints)
        if document is None:
            continue
        reader = _Reader(path=path, document=document, complaints=complaints)
        one = reader.set(key, sets.get(key))
        if one is not None:
            sets[key] = one
        else:
            sets.pop(key, None)
    return MappingProxyType(sets), tuple(complaints.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """One file."""

    path: str
    document: Document
    complaints: Complaints
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    """The term that has a pattern, by language and pattern."""

    def wrong(self, message: str, *where: str) -> None:
        self.complaints.add(self.path, self.document.line(*where), message)

    def set(self, key: str, known: TermSet | None) -> TermSet | None:
        """The set, or none if it is off or cannot be used."""
        data = self.document.data
        self._fields(data, SET_FIELDS, "")
        if data.get("off") in YES:
            return None
        if "off" in data:
            self.wrong("`off` is yes, or is left out", "off")
        title = self._texts("title", data.get("title")) or ({} if known is None else dict(known.title))
        if not title:
            self.wrong("the set has no title: write `title: The war`, or `title: {en: The war, uk: Війна}`")
        about = self._texts("about", data.get("about")) or ({} if known is None else known.about)
        terms = {} if known is None else dict(known.terms)
        self._terms(terms, data.get("terms"))
        terms = {
            name: term if self._under_right(term, terms) else replace(term, under=None) for name, term in terms.items()
        }
        if not terms or not title:
            return None
        only_with = self._by_language((), "only_with", data.get("only_with"), "")
        if "only_with" not in data and known is not None:
            only_with = known.only_with
        ordered = MappingProxyType(dict(_in_order(terms)))
        return TermSet(key=key, title=title, about=about, only_with=only_with, terms=ordered)

    def _fields(self, value: Mapping[str, Value], fields: tuple[str, ...], of: str, *where: str) -> None:
        for name in value:
            if name not in fields:
                meant = nearest(name, fields)
                hint = f", perhaps {meant}" if meant is not None else f"; there are {', '.join(fields)}"
                self.wrong(f"{of}unknown field “{name}”{hint}", *where, name)

    def _texts(self, name: str, value: Value, *where: str) -> dict[str, str]:
        """Words by language; a plain string is English."""
        if isinstance(value, str):
            return {"en": " ".join(value.split())}
        if not isinstance(value, Mapping):
            if value is not None:
                self.wrong(f"`{name}` is words, or words by language: {{en: …, uk: …}}", *where, name)
            return {}
        found = {}
        for language, words in value.items():
            if language not in INTERFACE:
                self.wrong(f"`{name}` is in {', '.join(INTERFACE)}, not in “{language}”", *where, name, language)
            elif not isinstance(words, str):
                self.wrong(f"`{name}` in {language} is words", *where, name, language)
            else:
                found[language] = " ".join(words.split())
        return found

    def _terms(self, terms: dict[str, Term], value: Value) -> None:
        if not isinstance(value, Mapping):
            self.wrong("expected `terms:` with a line for each below it: `regime: {uk: [режим], ru: [режим]}`", "terms")
            return
        for key, entry in value.items():
            if entry is None:
                terms.pop(key, None)
            elif (term := self._term(key, entry)) is not None:
                terms[key] = term
        if len(terms) > MOST_TERMS:
            self.wrong(f"a set has {MOST_TERMS} terms at most, this one {len(terms)}; make two of it", "terms")

    def _term(self, key: str, entry: Value) -> Term | None:
        of, where = f"term “{key}”: ", ("terms", key)
        if _KEY.fullmatch(key) is None:
            self.wrong(f"{of}a key is small letters, digits and hyphens", *where)
            return None
        if not isinstance(entry, Mapping):
            self.wrong(f"{of}expected `uk: [режим]`, `ru: [режим]` and `gloss: regime` below it", *where)
            return None
        self._fields(entry, TERM_FIELDS, of, *where)
        read = ((language, self._patterns(key, entry.get(language), language)) for language in LANGUAGES)
        patterns = {str(language): lines for language, lines in read if lines}
        if not patterns and not any(entry.get(language) for language in LANGUAGES):
            self.wrong(f"{of}it has no words: write `uk: [режим]` or `ru: [режим]`", *where)
        if not patterns:
            return None
        gloss = self._texts("gloss", entry.get("gloss"), *where)
        if not gloss:
            self.wrong(f"{of}it has no gloss: say in English what the words mean", *where)
        initial, under, note = entry.get("initial"), entry.get("under"), entry.get("note")
        if entry.get("spelling") not in {*YES, None}:
            self.wrong(f"{of}`spelling` is yes, or is left out", *where, "spelling")
        if initial is not None and initial not in INITIALS:
            self.wrong(f"{of}`initial` is {' or '.join(INITIALS)}", *where, "initial")
        return Term(
            key=key,
            gloss=gloss or {"en": key.replace("-", " ")},
            patterns=patterns,
            unless=self._by_language(where, "not", entry.get("not"), of),
            spelling=entry.get("spelling") in YES,
            initial=initial if isinstance(initial, str) and initial in INITIALS else None,
            under=under if isinstance(under, str) else None,
            note=note if isinstance(note, str) else None,
        )

    def _by_language(self, where: tuple[str, ...], name: str, value: Value, of: str) -> Mapping[str, tuple[str, ...]]:
        """Patterns of no term, by language."""
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong(f"{of}`{name}` is lists by language: {{uk: [світова війна]}}", *where, name)
            return {}
        self._fields(value, LANGUAGES, f"{of}`{name}`: ", *where, name)
        read = ((language, self._lines(value.get(language), language, of, *where, name)) for language in LANGUAGES)
        return {language: lines for language, lines in read if lines}

    def _patterns(self, key: str, value: Value, language: Language) -> tuple[str, ...]:
        """The patterns of a term that no other of the file has."""
        found = []
        for line in self._lines(value, language, f"term “{key}”: ", "terms", key):
            other = self.seen.setdefault((language, line), key)
            if other == key:
                found.append(line)
            else:
                self.wrong(f"term “{key}”: “{line}” stands under “{other}”, too", "terms", key, language)
        return tuple(found)

    def _lines(self, value: Value, language: Language, of: str, *where: str) -> tuple[str, ...]:
        """The patterns of a list that can be used."""
        lines = (value,) if isinstance(value, str) else () if value is None else value
        if not isinstance(lines, tuple) or not all(isinstance(line, str) for line in lines):
            self.wrong(f"{of}`{language}` is a list of words or phrases: [режим, київський режим]", *where, language)
            return ()
        found = []
        for number, line in enumerate(lines):
            assert isinstance(line, str)
            try:
                check_pattern(line, language)
                found.append(line)
            except PatternError as error:
                self.wrong(f"{of}“{line}”: {error}", *where, language, str(number))
        return tuple(found)

    def _under_right(self, term: Term, terms: Mapping[str, Term]) -> bool:
        """Whether the wider term is there, and is no narrower one itself."""
        if term.under is None:
            return True
        of, where = f"term “{term.key}”: ", ("terms", term.key, "under")
        wider = terms.get(term.under)
        if wider is None or term.under == term.key:
            meant = nearest(term.under, [key for key in terms if key != term.key])
            self.wrong(f"{of}no other term “{term.under}”" + (f", perhaps {meant}" if meant else ""), *where)
            return False
        if wider.under is not None:
            self.wrong(f"{of}“{term.under}” is under “{wider.under}” itself; write `under: {wider.under}`", *where)
            return False
        return True


def _in_order(terms: Mapping[str, Term]) -> Iterator[tuple[str, Term]]:
    """Every term as it stands, but a narrower one behind its wider one."""
    for key, term in terms.items():
        if term.under is None:
            yield key, term
            yield from ((k, t) for k, t in terms.items() if t.under == key)
