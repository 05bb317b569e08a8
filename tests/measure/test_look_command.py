"""Pictures of every kind of page: what they are made of."""

from pathlib import Path

from build_dossier.measure.look_command import with_a_copy


def test_a_copy_is_the_longest_text_without_a_line(tmp_path: Path):
    """The texts stay as they are; where there is none, there is no copy."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    assert with_a_copy(seeds, tmp_path / "none") is None

    (seeds / "short.txt").write_text("Раз.\n", encoding="utf-8")
    (seeds / "long.txt").write_text("Раз.\n\nДва.\n\nТри.\n", encoding="utf-8")
    out = with_a_copy(seeds, tmp_path / "out")

    assert out is not None
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {
        "short.txt": "Раз.\n",
        "long.txt": "Раз.\n\nДва.\n\nТри.\n",
        "a-copy.txt": "Раз.\n\n\nТри.\n",
    }
