"""Whether something has changed."""

from pathlib import Path

from build_dossier.preview.watching import snapshot, watch


def test_a_change_is_built_once_it_has_come_to_rest(tmp_path: Path):
    """A file that grows between two looks is waited for; no change, no build."""
    file = tmp_path / "a.txt"
    file.write_text("1")
    steps = iter([lambda: None, lambda: file.write_text("12"), lambda: file.write_text("123"), *[lambda: None] * 3])
    built: list[str] = []

    def wait() -> bool:
        step = next(steps, None)
        if step is not None:
            step()
        return step is not None

    watch([tmp_path], lambda: built.append(file.read_text()), wait=wait)

    assert built == ["123"]


def test_what_goes_while_one_looks_is_not_there(tmp_path: Path):
    """A link to nothing, and a missing folder, are no trouble."""
    (tmp_path / "link").symlink_to("nowhere")

    assert snapshot([tmp_path, tmp_path / "missing"]) == {}


def test_a_file_can_be_watched_too(tmp_path: Path):
    """A place is a folder or a file."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x")

    assert list(snapshot([tmp_path / "mkdocs.yml"])) == [str(tmp_path / "mkdocs.yml")]
