"""The rules of the tree: what imports what, what touches the world, what is called how."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "build_dossier"

# Each module imports only from those above it, or beside it in the same package.
PURE = (
    "__init__",
    "errors",
    "typed_json",
    "strict_yaml",
    "lexicon_file",
    "text.*",
    "article",
    "article.*",
    "kwic",
    "outlets",
    "glossary",
    "extract.*",
    "wikilink",
    "coordinates",
    "entity",
    "event",
    "annotation.*",
    "offices",
    "linking.*",
    "corrected_names",
    "link",
    "events.*",
    "framing.*",
    "spoken_dates",
    "related",
    "compare.*",
    "company",
    "graph_layout",
    "outlines",
    "dating",
    "corrected",
    "review",
    "dossier",
    "ground",
    "linked_form",
    "plain_prose",
    "editorial",
    "markdown",
    "clean_html",
    "prose",
    "rendering",
    "search.words",
    "pages",
    "pages.address",
    "exports.*",
    "pages.*",
    "build",
    "scaffold",
    "incoming.*",
    "webpage",
    "search.*",
    "fidelity",
    "linkcheck",
    "interface_words",
)
WORLD = (
    "catalogue",
    "configuration",
    "files",
    "disk",
    "progress",
    "imprint",
    "lock",
    "leash",
    "children",
    "reading_cache",
    "last_edition",
    "checks",
    "memo",
    "known_pages",
    "search_memory",
    "search_cache",
    "exchange",
    "page_cache",
    "publish",
    "garbage",
    "workers",
    "edition",
    "acceptance",
    "endings",
    "preview.*",
    "importing",
    "browsing",
    "paper.*",
    "measure.*",
    "__main__",
)
ORDER = PURE + WORLD

# The world: files, clock, chance, processes, network. ``importlib.resources`` reads the package's own data only.
WORLDLY = frozenset(
    [
        "asyncio",
        "ctypes",
        "fcntl",
        "getpass",
        "glob",
        "io",
        "locale",
        "logging",
        "mmap",
        "multiprocessing",
        "os",
        "pathlib",
        "pickle",
        "platform",
        "random",
        "secrets",
        "select",
        "shelve",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
        "uuid",
    ]
)
HARMLESS = {"pathlib": {"PurePosixPath"}}
CLOCK = frozenset({"now", "today", "utcnow", "localtime"})

# Each third-party library is adapted where it is listed, and nowhere else.
FENCES = {
    "babel": {"catalogue", "linking.authority", "extract.gazetteer", "pages.context", "pages.display", "pages.sources"},
    "charset_normalizer": {"article.encoding"},
    "frontmatter": {"strict_yaml"},
    "jinja2": {"rendering"},
    "markdown": {"prose"},
    "mkdocs": {"configuration", "page_cache", "preview.press", "publish"},
    "pycrfsuite": {"extract.tagger"},
    "pyuca": {"text.collation"},
    "pypdf": {"paper.binding", "paper.printing"},
    "networkx": {"graph_layout"},
    "playwright": {
        "browsing",
        "paper.book",
        "paper.printing",
        "measure.audit",
        "measure.moments",
        "measure.screenshots",
        "measure.searching",
    },
    "pymorphy3": {"text.morphology"},
    "rapidfuzz": {"linking.likeness", "text.likeness"},
    "selectolax": {"search.records", "webpage"},
    "yaml": {"strict_yaml"},
}

SAYS_NOTHING = frozenset(
    [
        "base",
        "common",
        "core",
        "helper",
        "helpers",
        "manager",
        "misc",
        "model",
        "models",
        "tools",
        "types",
        "util",
        "utils",
    ]
)

MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def name_of(path: Path) -> str:
    """A module's name below the package: ``text.span``; a package's is that of its folder."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def names(paths: list[Path]) -> list[str]:
    """Ids for a table of modules."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


def parsed(path: Path) -> ast.Module:
    """The module's tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(name: str) -> int | None:
    """Where a module stands in the order; ``None`` where it has no place."""
    package = f"{name.split('.', maxsplit=1)[0]}.*"
    return next((ORDER.index(entry) for entry in (name, package) if entry in ORDER), None)


def imports(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    """Every module imported, with the name taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or ".", alias.name) for alias in node.names)


def own_imports(tree: ast.Module) -> Iterator[str]:
    """The modules of the package that are imported, by their names below it."""
    for module, name in imports(tree):
        if module == "build_dossier" and name is not None:
            yield name if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file() else "__init__"
        elif module.startswith("build_dossier."):
            yield module.removeprefix("build_dossier.")


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_imports_lead_upwards(path: Path):
    """A module has its place in the order and imports only from above."""
    mine = place(name_of(path))

    assert mine is not None, f"{name_of(path)} has no place in ORDER"
    for name in own_imports(parsed(path)):
        theirs = place(name)
        assert theirs is not None, f"{name} has no place in ORDER"
        assert theirs <= mine, f"{name_of(path)} stands above {name}, which it imports"


def test_the_order_names_what_there_is():
    """No place is kept for a module that is gone."""
    there = {name_of(path) for path in MODULES} | {f"{name_of(path).split('.')[0]}.*" for path in MODULES}

    assert [entry for entry in ORDER if entry not in there and entry != "measure.*"] == []


PURE_MODULES = [path for path in MODULES if (place(name_of(path)) or 0) < len(PURE)]


@pytest.mark.parametrize("path", PURE_MODULES, ids=names(PURE_MODULES))
def test_pure_modules_leave_the_world_alone(path: Path):
    """Above the line there are no files, no clock, no chance, no processes; what goes in is an argument."""
    for module, name in imports(parsed(path)):
        worldly = {module, module.split(".")[0]} & WORLDLY
        assert not worldly or name in HARMLESS.get(module, ()), f"imports {name or module}"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "input", "exec", "eval", "__import__"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK, f"line {node.lineno} reads the clock"


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_only_the_command_line_prints(path: Path):
    """Whatever is to be said comes back as a value."""
    calls = (node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))
    prints = any(isinstance(call, ast.Name) and call.id == "print" for call in calls)

    assert not prints or name_of(path) == "__main__" or name_of(path).startswith("measure")


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_libraries_are_fenced(path: Path):
    """A library that is exchanged changes one module."""
    used = {module.split(".")[0] for module, _ in imports(parsed(path))} - sys.stdlib_module_names - {"build_dossier"}

    assert {library for library in used if name_of(path) not in FENCES.get(library, ())} == set()


def test_only_publishing_runs_mkdocs():
    """Everything else would go on without the site builder."""
    speaking = {
        name_of(path)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and node.value == "mkdocs"
    }

    assert speaking <= {"publish", "page_cache", "imprint", "preview.press", "measure.plain"}


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_names_say_something(path: Path):
    """A module is named for its subject."""
    assert not SAYS_NOTHING & set(name_of(path).split("."))


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_nothing_is_long(path: Path):
    """A module is one idea, a function fits on a screen."""
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1 - docstring_lines(node)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
    }

    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def docstring_lines(node: ast.FunctionDef) -> int:
    """How many lines of a function are its docstring."""
    first = node.body[0]
    return (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) is not None else 0


@pytest.mark.parametrize("path", TESTS, ids=names(TESTS))
def test_every_test_says_what_holds(path: Path):
    """Each test has a docstring of one line, in the present tense."""
    tests = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef) and node.name[:5] == "test_"]

    assert [test.name for test in tests if len((ast.get_docstring(test) or "").splitlines()) != 1] == []


def test_test_files_have_names_of_their_own():
    """Tests are no packages: two files of one name would hide each other."""
    stems = [path.stem for path in TESTS]

    assert sorted(stems) == sorted(set(stems))
