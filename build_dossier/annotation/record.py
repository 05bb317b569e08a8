"""Where passages stood when they were first found: remembered in ``.dossier/notes/<article>.jsonl``.

Comes in: the remembered files. Goes out: for each article its records, and the texts in which the passages stood; and
the files as they are to be written. One JSON object a line, sorted, so that two people's files merge line by line:

    {"version": 1, "article": "004"}
    {"exact": "…", "prefix": "", "suffix": "", "until": null, "start": 7, "end": 9, "reason": "EXACT", "score": 1.0,
     "before": "…", "words": "…", "after": "…", "text": "<first 16 hex digits of the text's sha256>"}
    {"text": "<the same>", "lines": ["…", "…"]}

A record is known by its quotation, so it outlives a note's id. A line that cannot be used is passed over, and its note
is looked for by its quotation; a file of a later version is left alone.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_dossier.annotation import Passage
from build_dossier.errors import Problem, Severity
from build_dossier.text.locate import Match, Reason
from build_dossier.text.span import Span

FOLDER = ".dossier/notes/"
VERSION = 1
CONTEXT = 40
"""Characters on either side that are written beside a passage, for people who read the file."""

Key = tuple[str, str, str, str | None]
"""A quotation: exact, prefix, suffix, and what comes after `` … ``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a quotation stood, in which text."""

    key: Key
    span: Span
    reason: Reason
    """How it was found: ``EXACT``, ``FOLDED``, ``FUZZY`` or ``ACCEPTED``."""
    score: float
    text: str
    """Which text: the digest of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that is remembered of one article's passages."""

    passages: Mapping[Key, Record] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The texts that the records speak of, by digest."""
    foreign: bool = False
    """Written by a later version: not ours to write to."""

    def at(self, passage: Passage) -> Record | None:
        """The record of a passage, if its text is known."""
        record = self.passages.get(key_of(passage))
        return record if record is not None and record.text in self.texts else None


def key_of(passage: Passage) -> Key:
    """What a passage's record is known by."""
    selector, until = passage.selector, passage.until
    return selector.exact, selector.prefix, selector.suffix, None if until is None else until.exact + until.suffix


def record_of(passage: Passage, match: Match, text: str) -> Record:
    """The record of a passage that was found in ``text``."""
    return Record(key=key_of(passage), span=match.span, reason=match.reason, score=match.score, text=text_digest(text))


def text_digest(text: str) -> str:
    """By what a text is known: 16 hex digits."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def path_of(article: str) -> str:
    """The file of an article's records."""
    return f"{FOLDER}{article}.jsonl"


def read_records(
    files: Iterable[tuple[str, str]], present: Mapping[str, str]
) -> tuple[Mapping[str, Records], tuple[Problem, ...]]:
    """The records by article id, and a warning for each file that is not as it was written.

    Args:
        files: (path, text) pairs.
        present: the texts of today by article id; a record of one needs no text in the file.
    """
    found: dict[str, Records] = {}
    problems: list[Problem] = []
    for path, text in files:
        article = path.removeprefix(FOLDER).removesuffix(".jsonl")
        records, damaged = _read(text, present.get(article))
        found[article] = records
        if records.foreign:
            problems.append(_foreign(path))
        elif damaged:
            problems.append(_damaged(path, damaged))
    return found, tuple(problems)


def write_records(article: str, records: Iterable[Record], texts: Mapping[str, str]) -> str:
    """The file of an article's records, with the texts they speak of."""
    ordered = sorted(records, key=lambda record: (record.span.start, record.span.end, repr(record.key)))
    lines: list[Mapping[str, object]] = [{"version": VERSION, "article": article}]
    lines += [_row(record, texts[record.text]) for record in ordered]
    lines += [{"text": name, "lines": texts[name].split("\n")} for name in sorted({record.text for record in ordered})]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _row(record: Record, text: str) -> Mapping[str, object]:
    exact, prefix, suffix, until = record.key
    start, end = record.span.start, record.span.end
    return {
        "exact": exact,
        "prefix": prefix,
        "suffix": suffix,
        "until": until,
        "start": start,
        "end": end,
        "reason": record.reason.value,
        "score": record.score,
        "before": text[max(0, start - CONTEXT) : start],
        "words": text[start:end],
        "after": text[end : end + CONTEXT],
        "text": record.text,
    }


def _read(file: str, present: str | None) -> tuple[Records, int]:
    """The records of a file, and the number of the first line that could not be used, or 0."""
    rows = list(_rows(file))
    if any(_version(row) > VERSION for _, row in rows if row):
        return Records(foreign=True), 0
    texts = {} if present is None else {text_digest(present): present}
    texts |= {text_digest(text): text for _, row in rows if row and (text := _text(row)) is not None}
    passages: dict[Key, Record] = {}
    damaged = 0
    for number, row in rows:
        record = _record(row, texts) if row else None
        if record is not None:
            passages.setdefault(record.key, record)
        elif not row or not ("version" in row or _text(row) is not None):
            damaged = damaged or number
    return Records(passages=passages, texts=texts), damaged


def _version(row: Mapping[str, object]) -> int:
    """The version that the first line names; 0 of any other."""
    version = row.get("version")
    return version if isinstance(version, int) else 0


def _text(row: Mapping[str, object]) -> str | None:
    """The text that a line holds, ``None`` when it is no such line or not the text that it was."""
    lines = row.get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None
    text = "\n".join(lines)
    return text if text_digest(text) == row.get("text") else None


def _rows(file: str) -> Iterator[tuple[int, Mapping[str, object] | None]]:
    """Every line that is not empty, with its number; ``None`` for one that is no JSON object."""
    for number, line in enumerate(file.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        yield number, row if isinstance(row, dict) else None


def _record(row: Mapping[str, object], texts: Mapping[str, str]) -> Record | None:
    """A line as a record, ``None`` when it is none or does not fit its text."""
    exact, prefix, suffix, until = (row.get(name) for name in ("exact", "prefix", "suffix", "until"))
    start, end, name, score = row.get("start"), row.get("end"), row.get("text"), row.get("score")
    if not (isinstance(exact, str) and isinstance(prefix, str) and isinstance(suffix, str) and isinstance(name, str)):
        return None
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(score, int | float)):
        return None
    if not (until is None or isinstance(until, str)) or row.get("reason") not in {one.value for one in Reason}:
        return None
    if not (0 <= start < end) or name not in texts or texts[name][start:end] != row.get("words"):
        return None
    return Record(
        key=(exact, prefix, suffix, until),
        span=Span(start=start, end=end),
        reason=Reason(row["reason"]),
        score=float(score),
        text=name,
    )


def _damaged(path: str, line: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="records-unreadable",
        file=path,
        line=line,
        message="this line does not say where a passage stood and was passed over; its note is looked for by its words",
        hint="restore the file from version control; the next build writes it anew and keeps this one beside it",
    )


def _foreign(path: str) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="records-of-later-version",
        file=path,
        line=1,
        message="was written by a later version of this program; its notes are looked for by their words",
        hint="use the later version, or delete the file to begin anew",
    )
