"""Pagefind's index in a settled order.

Comes in: the ``pagefind`` folder. Goes out: the same index, whose filters and their values stand in alphabetical order.
Pagefind 1.5 writes them in the order of its hash maps, another each time: the same site would never be the same twice.
Its files are CBOR (RFC 8949) after a signature, gzipped, and named after their content.
"""

import gzip
import hashlib
import json
from pathlib import Path

SIGNATURE = b"pagefind_dcd"
FILTERS, SORTS = 3, 4
"""Where an index's metadata name the filters with their files, and the sort orders."""

Value = int | str | list["Value"]

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4  # major types of RFC 8949, 3.1
_ONE_BYTE = 24  # from here on the length follows in 1, 2, 4 or 8 bytes


def settle(folder: Path) -> None:
    """Rewrites the index; leaves one of an unknown form as it is.

    Only the order of filters, of their values and of sort orders changes, which means nothing to a search.
    """
    entry_path = folder / "pagefind-entry.json"
    try:
        entry = json.loads(entry_path.read_bytes())
        for language in entry["languages"].values():
            language["hash"] = _settle_language(folder, language["hash"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _settle_language(folder: Path, name: str) -> str:
    """The new name of one language's metadata, with its filters settled."""
    meta_path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(meta_path)
    paths = {title: folder / "filter" / f"{file}.pf_filter" for title, file in meta[FILTERS]}
    contents = {title: _read(path) for title, path in sorted(paths.items())}  # all, before the first is replaced
    filters = [
        [title, _replace(paths[title], [label, sorted(values)], paths[title].parent, "{}.pf_filter")]
        for title, (label, values) in contents.items()
    ]
    settled = [*meta[:FILTERS], filters, sorted(meta[SORTS]), *meta[SORTS + 1 :]]
    return _replace(meta_path, settled, folder, "pagefind.{}.pf_meta")


def _replace(path: Path, value: Value, folder: Path, pattern: str) -> str:
    """The name of a file that holds ``value`` and takes the place of ``path``: language and part of a sha256."""
    data = SIGNATURE + encode(value)
    language, _, digits = path.name.removeprefix("pagefind.").split(".")[0].rpartition("_")
    name = f"{language}_{hashlib.sha256(data).hexdigest()[: len(digits)]}"
    path.unlink()
    (folder / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name


def _read(path: Path) -> list:  # type: ignore[type-arg]  # what it holds is Pagefind's to say
    data = gzip.decompress(path.read_bytes())
    value, end = decode(data, len(SIGNATURE))
    if not data.startswith(SIGNATURE) or end != len(data) or not isinstance(value, list):
        raise ValueError(f"{path.name} is no index as it is known")
    return value


def decode(data: bytes, at: int = 0) -> tuple[Value, int]:
    """The CBOR value that begins at ``at``, and where it ends.

    Raises:
        ValueError: it is neither a number, a text nor an array, or it is cut short.
    """
    if at >= len(data):
        raise ValueError("cut short")
    major, count, at = data[at] >> 5, data[at] & 0x1F, at + 1
    if count >= _ONE_BYTE:
        if count > _ONE_BYTE + 3:
            raise ValueError(f"a length of kind {count} is not known")
        width = 1 << (count - _ONE_BYTE)
        count, at = int.from_bytes(data[at : at + width], "big"), at + width
    if major == _UNSIGNED:
        return count, at
    if major == _TEXT:
        return data[at : at + count].decode(), at + count
    if major != _ARRAY:
        raise ValueError(f"a value of type {major} is not known")
    items: list[Value] = []
    for _ in range(count):
        item, at = decode(data, at)
        items.append(item)
    return items, at


def encode(value: Value) -> bytes:
    """CBOR of a value, each number in its shortest form."""
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, str):
        return _head(_TEXT, len(value.encode())) + value.encode()
    return _head(_ARRAY, len(value)) + b"".join(encode(item) for item in value)


def _head(major: int, count: int) -> bytes:
    if count < _ONE_BYTE:
        return bytes([major << 5 | count])
    power = next(power for power in range(4) if count < 1 << (8 << power))
    return bytes([major << 5 | (_ONE_BYTE + power)]) + count.to_bytes(1 << power, "big")
