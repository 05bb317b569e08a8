"""Makes ``tests/vendor/axe-core`` from the package of axe-core on npm: the checker and its licences, as published.

    npm pack axe-core@4.14.1
    .venv/bin/python training/make_axe.py axe-core-4.14.1.tgz

The checks of ``make audit`` and the tests inject it into pages; nothing of it is part of a site.
"""

import argparse
import base64
import hashlib
import tarfile
from pathlib import Path

INTEGRITY = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
"""SHA-512 of version 4.14.1, as the registry has it."""

OUT = Path(__file__).parent.parent / "tests" / "vendor" / "axe-core"
FILES = ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")


def main() -> None:
    """Copies the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    package: Path = parser.parse_args().package
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        raise SystemExit(f"{package} is not axe-core 4.14.1")
    OUT.mkdir(parents=True, exist_ok=True)
    with tarfile.open(package) as archive:
        for name in FILES:
            file = archive.extractfile(f"package/{name}")
            assert file is not None
            (OUT / name).write_bytes(file.read())
            print(OUT / name)


if __name__ == "__main__":
    main()
