"""Makes ``.venv`` what a lock file says: ``python3 bootstrap.py site`` to build, ``python3 bootstrap.py dev`` to test.

Needs nothing but Python with its standard library, and runs on older ones far enough to say that they are too old.
A stamp in ``.venv`` holds the sha256 of the lock files it was made from; with it in place nothing is done.
``--this-python`` makes ``.venv`` anew when another Python made it.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / ".made-from"
MINIMUM = (3, 11)
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
LOCKS = {"site": [RUNTIME], "dev": [RUNTIME, DEVELOPMENT]}


def main(arguments: list[str]) -> int:
    """The exit status: 0 when ``.venv`` is in place."""
    locks = LOCKS[arguments[0]]
    have = stamped()
    this_python = "python {}.{}".format(*sys.version_info)
    anew = not have or is_stale(have) or ("--this-python" in arguments and this_python not in have)
    wanted = [line_of(lock) for lock in locks]
    if not anew and set(wanted) <= set(have):
        return 0
    if sys.version_info < MINIMUM:
        say(f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
        say("Name another one, for example: make site PYTHON=python3.12")
        return 1
    if (anew and not make()) or not install(locks[-1]):
        return 1
    # Last of all, so that an interrupted installation is begun again.
    STAMP.write_text("\n".join(sorted({*wanted, this_python} if anew else {*wanted, *have})) + "\n")
    return 0


def stamped() -> list[str]:
    """The lines of the stamp; none when ``.venv`` is missing, half-made, or its Python is gone."""
    if not STAMP.is_file() or not interpreter().exists():
        return []
    return STAMP.read_text().splitlines()


def is_stale(have: list[str]) -> bool:
    """Whether a lock file has changed since it was installed."""
    now = [line_of(lock) for lock in LOCKS["dev"]]
    return any(line not in now for line in have if not line.startswith("python "))


def line_of(lock: str) -> str:
    """What the stamp says of a lock file."""
    return f"{lock} {hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}"


def make() -> bool:
    """Whether an empty ``.venv`` could be made."""
    say(f"making {VENV.name} with Python {sys.version.split()[0]}")
    made = subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) == 0  # noqa: S603  # our own Python
    if not made:
        say(f"{sys.executable} -m venv failed; on Debian and Ubuntu it needs: apt-get install python3-venv")
    return made


def install(lock: str) -> bool:
    """Whether everything that the lock file names is installed, each file with the sha256 it must have."""
    say(f"installing {lock} into {VENV.name} (once; needs the network)")
    pip = [str(interpreter()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    return subprocess.call([*pip, "--no-deps", "--require-hashes", "-r", str(ROOT / lock)]) == 0  # noqa: S603


def interpreter() -> Path:
    """The Python inside ``.venv``."""
    return VENV / "bin" / "python"


def say(line: str) -> None:
    """Tells the person at the terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
