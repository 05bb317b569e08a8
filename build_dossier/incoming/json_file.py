"""A file of annotations, of whichever program: what it holds, and one ``Problem`` for each thing that is none.

Comes in: bytes. Goes out: ``Incoming`` annotations in order. Known are the answer of Hypothesis's search (``rows``),
its export (``annotations``), a collection, a page or a single annotation of the Web Annotation Data Model, and lists.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_dossier.errors import Problem, Severity
from build_dossier.incoming import Incoming, hypothesis, web_annotation
from build_dossier.incoming.loose_json import Json, mapping, several, shortened, string

MOST_ANNOTATIONS = 20_000
"""In one file; far more than a dossier has notes."""

_NESTED = 4
"""A list of collections of pages of annotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """What a file holds."""

    annotations: tuple[Incoming, ...]
    problems: tuple[Problem, ...]


def read_incoming(data: bytes, file: str) -> IncomingFile:
    """The annotations of a file, each once."""
    try:
        whole = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        return IncomingFile(annotations=(), problems=(problem(file, "import-json", "not UTF-8"),))
    except (ValueError, RecursionError) as error:
        message = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {shortened(str(error))}"
        return IncomingFile(annotations=(), problems=(problem(file, "import-json", message),))
    found: dict[str, Incoming] = {}
    problems: list[Problem] = []
    for number, item in enumerate(_items(whole, file, problems), 1):
        if number > MOST_ANNOTATIONS:
            problems.append(problem(file, "import-too-many", f"more than {MOST_ANNOTATIONS:,} annotations", "split it"))
            break
        annotation = _annotation(item)
        if annotation is None:
            message = f"annotation {number} is neither Hypothesis’s nor a Web Annotation"
            problems.append(problem(file, "import-unknown", message))
        else:
            found.setdefault(annotation.id, annotation)
    if not found and not problems:
        problems.append(problem(file, "import-nothing", "no annotation is in it"))
    return IncomingFile(annotations=tuple(found.values()), problems=tuple(problems))


def problem(
    file: str, code: str, message: str, hint: str | None = None, severity: Severity = Severity.ERROR
) -> Problem:
    """Something in a file of annotations that could not be used."""
    return Problem(severity=severity, code=code, file=file, line=None, message=message, hint=hint)


def _annotation(item: Json) -> Incoming | None:
    known = mapping(item)
    if web_annotation.is_annotation(known):
        return web_annotation.read(known)
    return hypothesis.read(known) if hypothesis.is_annotation(known) else None


def _items(value: Json, file: str, problems: list[Problem], depth: int = 0) -> Iterator[Json]:
    """Every annotation that a value is or holds."""
    known = mapping(value)
    types = web_annotation.types(known)
    inside: Json = None
    if isinstance(value, list):
        inside = value
    elif isinstance(known.get("rows"), list):
        inside = [*several(known["rows"]), *several(known.get("replies"))]
    elif isinstance(known.get("annotations"), list):
        inside = known["annotations"]
    elif "AnnotationCollection" in types or "AnnotationPage" in types:
        inside = known.get("items", known.get("first", []))
        problems += _elsewhere(known, file)
    if inside is None or depth > _NESTED:
        yield value
        return
    for item in several(inside):
        if not (isinstance(item, str) and types):  # the address of a page or of an annotation: told above
            yield from _items(item, file, problems, depth + 1)


def _elsewhere(known: Mapping[str, Json], file: str) -> Iterator[Problem]:
    """A problem for what lies at an address: nothing is fetched."""
    addresses = [string(known.get("next")), *(string(item) for item in several(known.get("items")))]
    if "items" not in known:
        addresses.append(string(known.get("first")))
    for address in filter(None, addresses):
        hint = "fetch it, and import it too"
        yield problem(file, "import-elsewhere", f"more annotations are at {shortened(address)}", hint)


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number of JSON")
