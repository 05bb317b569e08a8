"""YAML and front matter as an editor means them: scalars stay strings, keys stand once, lines are known.

Comes in: the text of a file. Goes out: plain mappings with the line of every key, or ``YamlError`` with a line.
``No`` stays ``No``, ``010`` stays ``010``, ``2025-06-21`` stays a string; only an empty value or ``~`` is ``None``.
Repeated keys, anchors (they multiply), deep nesting and huge documents are refused. The fence around PyYAML and
python-frontmatter.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import yaml
from frontmatter.default_handlers import YAMLHandler

_BOUNDARY = re.compile(r"-{3,}\s*")
_PLAIN = re.compile(r"[^\W\d_A-Za-z][\w-]*(?: [\w-]+)*")
"""Words that mean themselves to every reader of YAML: no sign but hyphens, and not a letter first that could begin
``true`` or ``null``."""

Value = None | str | tuple["Value", ...] | Mapping[str, "Value"]
"""What a YAML document holds here: nothing, a string, a list or a mapping."""

MAX_DEPTH = 8
"""Deeper nesting than any of our formats has; bounds recursion on hostile files."""


MAX_LENGTH = 200_000
"""Code points of a document: a hundred times our longest, and still read in seconds."""


class YamlError(ValueError):
    """A document that cannot be used, with the 1-based line that shows why."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A mapping read from YAML, and where its keys stand."""

    data: Mapping[str, Value]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """1-based line of every key and list item, by its path: ``("labels", "uk")``, ``("aliases", "0")``."""

    def line(self, *path: str) -> int | None:
        """The line of a key, or of the nearest key around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Document):
    """A Markdown file: its front matter and the prose after it."""

    body: str
    body_line: int
    """1-based line of the file on which ``body`` begins."""


def read_yaml(text: str, *, first_line: int = 1) -> Document:
    """The mapping of a YAML text; ``first_line`` is the line of the file on which ``text`` begins.

    Raises:
        YamlError: not YAML, no mapping, a repeated key, an anchor, nesting beyond ``MAX_DEPTH``, more text than
            ``MAX_LENGTH``.
    """
    if len(text) > MAX_LENGTH:
        raise YamlError(f"longer than {MAX_LENGTH:,} characters", first_line)
    try:
        root = yaml.compose(text, Loader=_AnchorlessLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark is not None else 0)
        raise YamlError(f"not valid YAML: {_explained(error.problem)}", line) from None
    except (yaml.YAMLError, RecursionError):
        raise YamlError("not valid YAML: cannot be read", first_line) from None
    return _document(root, first_line)


def read_own_yaml(text: str) -> Document:
    """The same of a file of the package: by PyYAML's parser in C, where there is one, which takes a tenth of the time.

    It says less well what is wrong, and would follow anchors; our files have none.
    """
    return _document(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), 1)


def _document(root: yaml.Node | None, first_line: int) -> Document:
    lines: dict[tuple[str, ...], int] = {}
    if root is None:
        return Document(data=MappingProxyType({}))
    if not isinstance(root, yaml.MappingNode):
        raise YamlError("expected `key: value` lines", first_line + root.start_mark.line)
    data = _mapping(root, (), lines, first_line)
    return Document(data=data, lines=MappingProxyType(lines))


def read_front_matter(text: str) -> FrontMatter:
    """The front matter and body of a Markdown text; no front matter gives empty data and the whole text.

    Raises:
        YamlError: an opening ``---`` that is never closed, or what ``read_yaml`` refuses.
    """
    text = text.removeprefix("\ufeff")
    handler = YAMLHandler()
    if not handler.detect(text):
        return FrontMatter(data=MappingProxyType({}), body=text, body_line=1)
    try:
        head, body = handler.split(text)
    except ValueError:
        raise YamlError("the front matter is not closed: a line with only `---` is missing", 1) from None
    # The opening line may swallow empty lines after it: the head begins where the first boundary ends.
    opening = text.index(head, 3) if head else 0
    document = read_yaml(head, first_line=text.count("\n", 0, opening) + 1)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return FrontMatter(data=document.data, lines=document.lines, body=body, body_line=body_line)


def mended_front_matter(text: str) -> FrontMatter:
    """What can be used of a text whose front matter cannot be read: its body, and whether it says ``draft``.

    The front matter ends with its closing line, else before the first empty line or quotation. Of its keys only
    ``draft`` is looked for, since what may be private stays private.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    closing = next((index for index, line in enumerate(lines[1:], 1) if _BOUNDARY.fullmatch(line)), None)
    begun = next((index for index, line in enumerate(lines[1:], 1) if line.strip()), len(lines))
    ends = (index for index, line in enumerate(lines) if index > begun and (not line.strip() or line.startswith(">")))
    end = closing + 1 if closing is not None else next(ends, len(lines))
    said = [line.partition(":")[2].strip() for line in lines[:end] if line.lstrip().casefold().startswith("draft")]
    data = MappingProxyType({"draft": " ".join(said)} if said else {})
    return FrontMatter(data=data, body="\n".join(lines[end:]), body_line=end + 1)


def write_front_matter(data: Mapping[str, object]) -> str:
    """``data`` between ``---`` lines, keys in the order given, readable with python-frontmatter."""
    head = "".join(f"{key}:{_written(value)}" for key, value in data.items())
    return f"---\n{head}---\n"


def _written(value: object) -> str:
    """What stands behind a key, as PyYAML writes it, which is slow: lists and mappings of words are put together."""
    if isinstance(value, dict) and value and _are_lines(value.values()):
        return "".join(f"\n  {key}: {_scalar(word)}" for key, word in value.items()) + "\n"
    if isinstance(value, list) and value and _are_lines(value):
        return "".join(f"\n- {_scalar(word)}" for word in value) + "\n"
    if isinstance(value, str) and _are_lines((value,)):
        return f" {_scalar(value)}\n"
    return yaml.safe_dump({"k": value}, sort_keys=False, allow_unicode=True, width=10**9)[2:]


def _are_lines(values: Iterable[object]) -> bool:
    """Whether all are strings of one line: PyYAML indents others by where they stand."""
    return all(isinstance(value, str) and len(f"{value}.".splitlines()) == 1 for value in values)


@lru_cache(maxsize=1 << 14)
def _scalar(line: str) -> str:
    """A string as a value: as it is, or in quotes where it needs them."""
    return line if _PLAIN.fullmatch(line) else yaml.safe_dump([line], allow_unicode=True, width=10**9)[2:-1]


def _explained(problem: str | None) -> str:
    """PyYAML's words for a problem; its commonest one, a colon in a title, with the way out."""
    if problem == "mapping values are not allowed here":
        return "a value with a colon in it must stand in quotes"
    return problem or "cannot be read"


class _AnchorlessLoader(yaml.SafeLoader):
    """Composes nodes, but refuses aliases: a small file could stand for a huge one (“billion laughs”)."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node; an alias is a ``ComposerError`` at its place."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "anchors are not used here", self.get_mark())
        return super().compose_node(parent, index)


def _mapping(
    node: yaml.MappingNode, path: tuple[str, ...], lines: dict[tuple[str, ...], int], first_line: int
) -> Mapping[str, Value]:
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlError("a key must be a plain word", line)
        key = key_node.value
        if key in result:
            raise YamlError(f"“{key}” stands twice, first on line {lines[(*path, key)]}", line)
        lines[(*path, key)] = line
        result[key] = _value(value_node, (*path, key), lines, first_line)
    return MappingProxyType(result)


def _value(node: yaml.Node, path: tuple[str, ...], lines: dict[tuple[str, ...], int], first_line: int) -> Value:
    if len(path) > MAX_DEPTH:
        raise YamlError("nested too deeply", first_line + node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, first_line)
    if isinstance(node, yaml.SequenceNode):
        items = []
        for index, item in enumerate(node.value):
            item_path = (*path, str(index))
            lines[item_path] = first_line + item.start_mark.line
            items.append(_value(item, item_path, lines, first_line))
        return tuple(items)
    assert isinstance(node, yaml.ScalarNode)
    return None if node.style is None and node.value in {"", "~", "null"} else node.value
