"""Every message that the program can give has a golden: projects with mistakes in, lines out; no code without one."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_dossier.build import build
from build_dossier.disk import read_sources

ROOT = Path(__file__).parent
PACKAGE = ROOT.parent / "build_dossier"
GOLDEN = ROOT / "golden" / "errors"
PROJECTS = sorted(GOLDEN.glob("project-*.yml"))

# What no file in a golden can bring about; each is held by the test named.
ELSEWHERE = {
    "bad-name": "test_disk",
    "not-a-file": "test_disk",
    "too-large": "test_disk",
    "unreadable": "test_disk",
    "vanished": "test_disk",
}
MAKERS = frozenset(["_error", "_warning", "_problem", "_merge_problem", "problem", "report", "complain", "complaint"])
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+|undated|unreadable|vanished")


def strings(node: ast.AST) -> Iterator[str]:
    """The constants of an expression that may be a code: of ``"a" if x else "b"`` both."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and CODE.fullmatch(inner.value):
            yield inner.value


def codes_of(tree: ast.Module) -> Iterator[str]:
    """The codes that a module gives: as ``code=``, to a function that makes a problem, or first of a pair."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield from (code for word in node.keywords if word.arg == "code" for code in strings(word.value))
            if called in MAKERS:
                yield from (code for argument in node.args[:3] for code in plain(argument))
        elif isinstance(node, ast.Tuple) and len(node.elts) in {2, 3} and is_message(node.elts[1]):
            yield from plain(node.elts[0])


def plain(node: ast.AST) -> Iterator[str]:
    """The code that an expression is, if it is one."""
    if isinstance(node, ast.Constant):
        yield from strings(node)


def is_message(node: ast.AST) -> bool:
    """Whether an expression is a sentence."""
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def codes() -> dict[str, str]:
    """Every code of the program, and a module that gives it."""
    modules = sorted(path for path in PACKAGE.rglob("*.py") if "measure" not in path.parts)
    trees = ((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in modules)
    return {code: name for name, tree in trees for code in codes_of(tree)}


def test_every_code_has_a_golden():
    """A message that nobody has read in a golden is not finished."""
    said = set(re.findall(r"(?:error|warning|doubt) ([a-z0-9-]+) ", "".join(p.read_text() for p in GOLDEN.iterdir())))

    assert {code: module for code, module in codes().items() if code not in said | ELSEWHERE.keys()} == {}


@pytest.mark.parametrize(("code", "name"), ELSEWHERE.items())
def test_codes_without_a_golden_are_tested(code: str, name: str):
    """The test that stands for the golden names the code."""
    assert f'"{code}"' in (ROOT / f"{name}.py").read_text(encoding="utf-8")


def problems_of(case: dict[str, Any], folder: Path) -> list[str]:
    """The problems of a project, one line each."""
    for path, content in case["files"].items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    for path, target in case.get("links", {}).items():
        (folder / path).symlink_to(target)
    sources = read_sources(folder / "seeds", folder / "docs", folder / ".dossier")
    return [f"{problem.severity.value} {problem.code} {problem}" for problem in build(sources).problems]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PROJECTS])
def test_golden_projects(path: Path, tmp_path: Path):
    """Each mistake is one line with its place and the nearest right thing; the rest is built."""
    written = path.read_text(encoding="utf-8")
    case = yaml.safe_load(written)
    problems = problems_of(case, tmp_path)
    if os.environ.get("REWRITE_GOLDEN") == "1":
        head = written[: written.index("\nproblems:") + 1]
        path.write_text(head + yaml.safe_dump({"problems": problems}, allow_unicode=True, width=10**6), "utf-8")

    assert problems == case["problems"]
