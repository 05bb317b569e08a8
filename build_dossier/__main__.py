"""The command line: arguments in, exit status out; the only place that prints.

Exit status: 0 all is well; 1 something given could not be used, or a self-check failed, or with ``--strict`` there is
a warning; 2 wrong usage; 128 and the number of a signal that asked us to end (130 Ctrl-C, 143 terminated).
"""

if __name__ == "__main__":  # what follows takes a second to load: an end in that second is one line as well
    from build_dossier.endings import end_at_once
    from build_dossier.garbage import collect_seldom

    end_at_once()
    collect_seldom()

import argparse
import io
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from build_dossier.acceptance import run_accept
from build_dossier.article.seed import read_seeds
from build_dossier.disk import FolderError, append, create, read_sources
from build_dossier.edition import Edition, Folders, check_folders, gather, make_site, write_docs
from build_dossier.endings import Ended, asked_to_end, in_words
from build_dossier.errors import DossierError, Problem, Severity
from build_dossier.importing import add_import_options, run_import
from build_dossier.lock import locked
from build_dossier.measure.command import MEASURES
from build_dossier.preview import server
from build_dossier.preview.session import Session, Voice
from build_dossier.preview.static import check_built, serving
from build_dossier.preview.watching import watch
from build_dossier.progress import Progress
from build_dossier.scaffold import Stub, entity_stub, note_stub

PACKAGE = Path(__file__).parent
MOST_NAMES = 5
INTERRUPTED = 130  # 128 + SIGINT, as shells report it


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        argv: the arguments, without the program's name; ``None`` is the process's own.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # in the C locale a terminal may not take Cyrillic
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        with asked_to_end():
            return command(options)
    except FolderError as error:
        return _failed(str(error), 2)
    except DossierError as error:
        return _failed(str(error), 1)
    except OSError as error:
        return _failed(in_words(error, _written_to(options)), 1)
    except Ended as end:
        print(f"\n{end}", file=sys.stderr)
        return end.status
    except KeyboardInterrupt:
        print(f"\n{Ended(signal.SIGINT)}", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m build_dossier", description="News texts in, a dossier out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command, text in (
        ("site", _site, "read, build, check and publish the dossier"),
        ("build", _build, "write the generated docs folder only"),
        ("check", _check, "say what is wrong; write nothing"),
    ):
        added = _command(commands, name, command, text)
        added.add_argument("--site", type=Path, default=Path("site"), help="the published site (default: site)")
        added.add_argument("--strict", action="store_true", help="a warning makes the exit status 1 too")
        added.add_argument("--frozen", action="store_true", help="remember nothing: do not write to --state")
        if command is not _check:
            added.add_argument("--no-wait", action="store_true", help="do not wait for another build: exit status 1")
    serve = _command(commands, "serve", _serve, "build, serve on this machine, and build again after each change")
    serve.add_argument(
        "--site", type=Path, nargs="?", const=Path("site"), help="only serve this built site (default: site)"
    )
    serve.add_argument("--port", type=int, default=8000, help="default: 8000; 0 is any free one")
    note = _command(commands, "note", _note, "write a stub for a note")
    note.add_argument("article", help="id of the article, or its beginning")
    note.add_argument("--quote", help="the words the note is about")
    entity = _command(commands, "entity", _entity, "write a stub for a person, place or organisation")
    entity.add_argument("id", help="id of the entity, as in the address of its page")
    accept = _command(commands, "accept", _saying(_accept), "where notes stand now is right: remember it")
    accept.add_argument("note", nargs="?", help="id of the note (default: all that have moved or changed)")
    incoming = _command(commands, "import", _import, "turn another program's annotations into notes")
    add_import_options(incoming)
    for measure in MEASURES:
        added = commands.add_parser(measure.name, help=measure.about)
        added.set_defaults(command=_saying(measure.run))
        measure.add_options(added)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    command: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    """A command with the options that all have."""
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=command)
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the news texts (default: seeds)")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="what people write (default: docs)")
    parser.add_argument("--state", type=Path, help="what is remembered (default: .dossier beside --docs)")
    parser.add_argument("--out", type=Path, default=Path("build/docs"), help="generated docs (default: build/docs)")
    parser.add_argument("--no-cache", action="store_true", help="find out everything anew; the result is the same")
    return parser


def _folders(options: argparse.Namespace) -> Folders:
    own = Path("mkdocs.yml")
    return Folders(
        seeds=options.seeds,
        docs=options.docs,
        state=options.state or options.docs.resolve().parent / ".dossier",
        out=options.out,
        site=getattr(options, "site", None) or Path("site"),
        config=own if own.is_file() else PACKAGE.parent / "mkdocs.yml",
        caches=not getattr(options, "no_cache", False),
    )


def _alone(folders: Folders, *written: Path, frozen: bool = False, wait: bool = True) -> AbstractContextManager[None]:
    """Nobody else writes to what is written to, what is kept beside it, and what is remembered, while it lasts."""
    check_folders(folders)
    cache = folders.cache() if written else None
    written = (*written, *(() if cache is None else (cache,)), *(() if frozen else (folders.state,)))
    return locked(written, wait=wait, say=lambda line: print(f"build_dossier: {_plain(line)}", file=sys.stderr))


def _written_to(options: argparse.Namespace) -> tuple[Path, ...]:
    """Where a command writes."""
    named = (getattr(options, name, None) for name in ("out", "site", "state"))
    return tuple(path for path in named if path is not None)


def _site(options: argparse.Namespace) -> int:
    folders = _folders(options)
    with _alone(folders, folders.out, folders.site, frozen=options.frozen, wait=not options.no_wait):
        edition = make_site(folders, Progress(sys.stderr), frozen=options.frozen)
    status = _report(edition.problems, strict=options.strict)
    _print_changes(edition)
    page = folders.site.resolve() / "index.html"
    print(f"{'published' if edition.renewed else 'up to date'}: {page}")
    print("to read it with search: make serve, or python -m build_dossier serve --site")
    return status


def _build(options: argparse.Namespace) -> int:
    folders = _folders(options)
    with _alone(folders, folders.out, frozen=options.frozen, wait=not options.no_wait):
        edition = write_docs(folders, Progress(sys.stderr), frozen=options.frozen)
    status = _report(edition.problems, strict=options.strict)
    _print_changes(edition)
    print(f"{'written' if edition.renewed else 'up to date'}: {options.out.resolve()}")
    return status


def _check(options: argparse.Namespace) -> int:
    folders = _folders(options)
    check_folders(folders)
    built = gather(folders, Progress(sys.stderr))
    return _report(built.problems, strict=options.strict, doubts=True)


def _serve(options: argparse.Namespace) -> int:
    if options.site is not None:
        check_built(options.site)
        with serving(options.site, options.port) as address:
            _say_serving(address)
            threading.Event().wait()
    folders = _folders(options)
    voice = Voice(
        progress=lambda: Progress(sys.stderr),
        report=lambda problems: _report(problems, strict=False),
        say=lambda line: print(_plain(line), flush=True),
        alone=lambda: _alone(folders, folders.out, folders.site),
    )
    session = Session(folders, voice)
    session.refresh()
    service = server.Service(showing=session.showing, docs=folders.docs, wording=session.wording)
    with serving(folders.site, options.port, server.Preview, service=service) as address:
        _say_serving(address)
        threading.Thread(target=session.publish_when_at_rest, daemon=True).start()
        watch(session.places(), session.refresh)
    return 0


def _note(options: argparse.Namespace) -> int:
    sources = read_sources(options.seeds, options.docs, _folders(options).state)
    seeds, _ = read_seeds((seed.name, seed.data) for seed in sources.seeds)
    day = time.strftime("%Y-%m-%d")
    stub = note_stub(options.article, options.quote, day=day, seeds=seeds, files=sources.annotations)
    return _write_stub(stub, options.docs)


def _entity(options: argparse.Namespace) -> int:
    folders = _folders(options)
    sources = read_sources(folders.seeds, folders.docs, folders.state)
    known = gather(folders, Progress(sys.stderr)).dossier.entities.get(options.id)
    return _write_stub(entity_stub(options.id, known, files=sources.entities), options.docs)


def _accept(options: argparse.Namespace) -> str:
    folders = _folders(options)
    with _alone(folders):
        return run_accept(folders, Progress(sys.stderr), options.note)


def _import(options: argparse.Namespace) -> int:
    filing = run_import(options, _folders(options).state, lambda stub: _write_stub(stub, options.docs))
    print(f"{filing.added} notes added, {filing.there} annotations were there already")
    return _report(filing.problems, strict=False)


def _saying(run: Callable[[argparse.Namespace], str]) -> Callable[[argparse.Namespace], int]:
    """A command that prints what comes of it."""

    def command(options: argparse.Namespace) -> int:
        print("\n".join(map(_plain, run(options).splitlines())))
        return 0

    return command


def _report(problems: Sequence[Problem], *, strict: bool, doubts: bool = False) -> int:
    """Prints what is wrong, the gravest first; the exit status that it gives."""
    weight = list(Severity).index
    for problem in sorted(problems, key=lambda p: (weight(p.severity), p.file, p.line or 0)):
        if doubts or problem.severity is not Severity.DOUBT:
            print(f"{problem.severity.value}: {_plain(str(problem))}")
    counts = Counter(problem.severity for problem in problems)
    print(", ".join(f"{counts[severity]} {severity.value}{'s' * (counts[severity] != 1)}" for severity in Severity))
    return int(bool(counts[Severity.ERROR] or (strict and counts[Severity.WARNING])))


def _print_changes(edition: Edition) -> None:
    """One line of counts, and the names when there are few."""
    changes = edition.changes
    for word, paths in (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed)):
        if paths:
            more = f" and {len(paths) - MOST_NAMES} more" if len(paths) > MOST_NAMES else ""
            print(f"{word} {len(paths)}: {_plain(', '.join(paths[:MOST_NAMES]))}{more}")


def _plain(text: str) -> str:
    """The text on one line, without characters that could steer a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _failed(said: str, status: int) -> int:
    lines = "\n".join(_plain(line) for line in said.splitlines())
    print(f"build_dossier: {lines}", file=sys.stderr)
    return status


def _say_serving(address: str) -> None:
    print(f"serving {address} (Ctrl-C ends)", flush=True)


def _write_stub(stub: Stub, docs: Path) -> int:
    """Writes the stub and says where; the one time that a command writes among the editor's files."""
    path = docs / stub.path.removeprefix("docs/")
    if stub.after is None:
        create(path, stub.text)
    else:
        append(path, stub.after, stub.text)
    print(f"{'written' if stub.after is None else 'added to'}: {path}:{stub.line}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
