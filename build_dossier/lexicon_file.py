"""The package's word lists as they are on disk: ``build_dossier/lexicon/*.yml``.

Comes in: a file name. Goes out: the mapping that the file holds. What the entries mean is said by the module that
asks for them.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from build_dossier.strict_yaml import Value, read_own_yaml


@lru_cache(maxsize=32)
def read_lexicon(name: str) -> Mapping[str, Value]:
    """The entries of one word list of the package, by key."""
    return read_own_yaml((files("build_dossier") / "lexicon" / name).read_text(encoding="utf-8")).data


def words(value: Value) -> tuple[str, ...]:
    """A list of words from a word list: a YAML list, or words with white space between them."""
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, tuple):
        raise TypeError(f"expected a list of words, got {value!r}")
    return tuple(word for word in value if isinstance(word, str))
