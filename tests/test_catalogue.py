"""The interface's words in another language."""

from pathlib import Path

from build_dossier.catalogue import translations

CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Notes"
msgstr "Нотатки"

msgid "%(n)s note"
msgid_plural "%(n)s notes"
msgstr[0] "%(n)s нотатка"
msgstr[1] "%(n)s нотатки"
msgstr[2] "%(n)s нотаток"
"""


def test_without_a_catalogue_words_stay(tmp_path: Path):
    """English, and a language that nobody has translated to, are what the program says."""
    assert translations("en", tmp_path).gettext("Notes") == "Notes"
    assert translations("uk", tmp_path).ngettext("a note", "notes", 2) == "notes"


def test_a_catalogue_is_read_as_it_is_written(tmp_path: Path):
    """Words and plural forms come from the .po file itself."""
    (tmp_path / "uk/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "uk/LC_MESSAGES/dossier.po").write_text(CATALOGUE, encoding="utf-8")
    uk = translations("uk", tmp_path)

    assert uk.gettext("Notes") == "Нотатки"
    assert [uk.ngettext("%(n)s note", "%(n)s notes", n) for n in (1, 3, 5)] == [
        "%(n)s нотатка", "%(n)s нотатки", "%(n)s нотаток",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "uk/LC_MESSAGES").iterdir()) == ["dossier.po"]
