"""Pagefind's index in a settled order."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.search_index import SIGNATURE, Value, decode, encode, settle

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30))


def index(folder: Path, filters: dict[str, list[Value]]) -> Path:
    """An index of one language, whose filters stand in the order given."""
    (folder / "filter").mkdir(parents=True)
    named: list[Value] = []
    for number, (name, values) in enumerate(filters.items()):
        (folder / f"filter/ru_{number:07}.pf_filter").write_bytes(gzip.compress(SIGNATURE + encode([name, values])))
        named.append([name, f"ru_{number:07}"])
    meta: Value = ["1.5.2", [["ru_0000000", 3]], [], named, [["date", [1, 0]]], ["title"]]
    (folder / "pagefind.ru_0123456789.pf_meta").write_bytes(gzip.compress(SIGNATURE + encode(meta)))
    entry = {"version": "1.5.2", "languages": {"ru": {"hash": "ru_0123456789", "page_count": 2}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_order_leaves_no_trace(tmp_path: Path):
    """Two indexes that differ only in the order of filters and values become one."""
    people: list[Value] = [["Лукашенко", [0, 1]], ["Келлог", [1]]]
    one = index(tmp_path / "one", {"person": people, "kind": [["article", [0]]]})
    two = index(tmp_path / "two", {"kind": [["article", [0]]], "person": people[::-1]})
    settle(one)
    settle(two)

    assert tree(one) == tree(two)


def test_the_settled_index_holds_together(tmp_path: Path):
    """The entry names the metadata, and they name the filters, whose values are all there."""
    folder = index(tmp_path / "index", {"person": [["б", [1]], ["а", [0, 1]]]})
    settle(folder)
    name = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]["ru"]["hash"]
    meta, _ = decode(gzip.decompress((folder / f"pagefind.{name}.pf_meta").read_bytes()), len(SIGNATURE))
    assert isinstance(meta, list)
    ((label, file),) = meta[3]
    values, _ = decode(gzip.decompress((folder / f"filter/{file}.pf_filter").read_bytes()), len(SIGNATURE))

    assert (label, values) == ("person", ["person", [["а", [0, 1]], ["б", [1]]]])
    assert meta[:3] + meta[4:] == ["1.5.2", [["ru_0000000", 3]], [], [["date", [1, 0]]], ["title"]]
    assert len(tree(folder)) == 3


@pytest.mark.parametrize("damage", ["pagefind-entry.json", "pagefind.ru_0123456789.pf_meta"])
def test_an_index_of_another_form_is_left_alone(tmp_path: Path, damage: str):
    """What a later Pagefind writes may be unknown: it works as it is."""
    folder = index(tmp_path / "index", {"person": []})
    (folder / damage).write_bytes(gzip.compress(b"something else"))
    before = tree(folder)
    settle(folder)

    assert tree(folder) == before


@given(VALUES)
def test_encoding_and_decoding_are_inverse(value: Value):
    """What is written is read back, to the last byte."""
    data = encode(value)

    assert decode(data) == (value, len(data))


@pytest.mark.parametrize("data", [b"", b"\x82\x01", b"\x1c", b"\x5f", b"\xf6", b"\x63\xff\xff\xff"])
def test_what_is_no_such_value_is_refused(data: bytes):
    """Other types, and values cut short, are no values."""
    with pytest.raises(ValueError, match=r"."):
        decode(data)
