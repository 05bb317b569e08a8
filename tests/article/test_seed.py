"""Files as bytes become seeds, or say why not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.article import Seed
from build_dossier.article.seed import LONGEST_ID, decode, id_of, read_seeds
from build_dossier.errors import Problem, Severity

TEXT = "Заголовок\n\nУ Києві сьогодні дощ."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty-seed", id="nothing"),
        pytest.param(b"\xef\xbb\xbf \r\n\t", "empty-seed", id="a mark and white space"),
        pytest.param("\u200b\u2060\n".encode(), "empty-seed", id="invisible characters"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-seed", id="a picture"),
        pytest.param(b"text\0text", "binary-seed", id="a zero byte in text"),
        pytest.param("大統領は会談が明日".encode("shift_jis"), "undecodable-seed", id="Japanese in a code page"),
        pytest.param(b"\xff\xfe\0\xd8", "binary-seed", id="half a character of UTF-16"),
        pytest.param(TEXT.encode()[:-2], "undecodable-seed", id="cut inside a character"),
    ],
)
def test_bytes_that_are_no_text_are_an_error(data: bytes, code: str):
    """A file without readable text gives an error with its code, its file and a hint, never a seed."""
    problem = decode("a.txt", data)

    assert isinstance(problem, Problem)
    assert (problem.severity, problem.code, problem.file) == (Severity.ERROR, code, "seeds/a.txt")
    assert problem.hint is not None


def test_the_undecodable_byte_is_named():
    """The offset of the first byte that is not UTF-8 stands in the message."""
    problem = decode("a.txt", b"abc\xff")

    assert isinstance(problem, Problem)
    assert "offset 3" in problem.message


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param(TEXT.encode(), "utf-8", TEXT, id="plain"),
        pytest.param(TEXT.encode("utf-8-sig"), "utf-8-sig", TEXT, id="byte order mark dropped"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), "utf-8", TEXT, id="CRLF"),
        pytest.param(TEXT.replace("\n", "\r").encode(), "utf-8", TEXT, id="CR"),
        pytest.param(TEXT.encode("cp1251"), "windows-1251", TEXT, id="windows-1251"),
        pytest.param(TEXT.encode("utf-16"), "utf-16", TEXT, id="UTF-16 with its mark"),
        pytest.param(b"\n  a  \n", "utf-8", "\n  a  \n", id="white space at the edges stays"),
    ],
)
def test_text_is_decoded_and_only_line_ends_change(data: bytes, encoding: str, text: str):
    """A mark is dropped and line ends become LF; nothing else is touched."""
    seed = decode("a.txt", data)

    assert isinstance(seed, Seed)
    assert (seed.encoding, seed.text) == (encoding, text)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("№.txt", id="no letters"),
        pytest.param("….txt", id="marks only"),
        pytest.param("日本.txt", id="a script without a table"),
    ],
)
def test_a_name_that_leaves_nothing_is_refused_with_one_that_would_do(name: str):
    """Without any Latin letter or digit there is no id; the hint names a file name that has one."""
    problem = decode(name, TEXT.encode())

    assert isinstance(problem, Problem)
    assert problem.code == "nameless-seed"
    better = re.search(r"seeds/(\S+)", problem.hint or "")
    assert better is not None
    assert isinstance(decode(better.group(1), TEXT.encode()), Seed)


@pytest.mark.parametrize(
    ("name", "article_id"),
    [
        pytest.param("000_01465673ddc29907.txt", "000_01465673ddc29907", id="as it is"),
        pytest.param("2025/06/News Item (1).TXT", "news-item-1", id="folders do not count"),
        pytest.param("Зустріч у Мінську.txt", "zustrich-u-minsku", id="Ukrainian"),
        pytest.param("Згурський Їжак.txt", "zghurskyi-yizhak", id="Ukrainian by position"),
        pytest.param("Встреча с Рыженковым.txt", "vstrecha-s-ryzhenkovym", id="Russian"),
        pytest.param("Йде.txt", "yde", id="decomposed letters of a Mac"),
        pytest.param("..-__x_.txt", "x_", id="begins with a letter"),
        pytest.param("a.b.txt", "a.b", id="a stop inside"),
        pytest.param("café — “menu”.txt", "cafe-menu", id="accents and marks"),
        pytest.param("п'ять.txt", "piat", id="apostrophe"),
    ],
)
def test_the_id_is_the_slug_of_the_stem(name: str, article_id: str):
    """The stem in Latin letters, lower case, other runs a hyphen."""
    assert id_of(name) == article_id


def test_a_long_name_is_cut_and_stays_its_own():
    """Two long names with one beginning keep different ids of bounded length."""
    first, second = id_of("щ" * 100 + "а.txt"), id_of("щ" * 100 + "б.txt")

    assert first is not None
    assert second is not None
    assert first != second
    assert max(len(first), len(second)) <= LONGEST_ID


def test_readme_and_dot_files_are_passed_over_in_silence():
    """Nothing is said of files that nobody takes for news."""
    files = [("README.md", b"x"), ("readme.txt", b"x"), (".gitkeep", b""), (".git/a.txt", b"x")]

    assert read_seeds(files) == ((), ())


def test_an_unknown_suffix_is_a_warning():
    """A file that could be meant as news is named, once."""
    seeds, problems = read_seeds([("a.docx", b"x")])

    assert seeds == ()
    assert [(p.severity, p.code, p.file) for p in problems] == [(Severity.WARNING, "unknown-suffix", "seeds/a.docx")]


def test_one_bad_file_does_not_stop_the_others():
    """Seeds come in order of name, whatever the order of the files."""
    files = [("c.txt", b"three"), ("b.txt", b"\xff"), ("a.txt", b"one")]

    seeds, problems = read_seeds(files)

    assert [seed.name for seed in seeds] == ["a.txt", "c.txt"]
    assert [problem.file for problem in problems] == ["seeds/b.txt"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("NEWS.txt", "news.txt", id="by case"),
        pytest.param("a/news.txt", "b/news.txt", id="by folder"),
        pytest.param("a b.txt", "a+b.txt", id="by slug"),
    ],
)
def test_two_files_with_one_id_are_an_error_that_names_both(first: str, second: str):
    """The first in order of name is kept."""
    seeds, problems = read_seeds([(second, b"two"), (first, b"one")])
    kept, refused = sorted([first, second])

    assert [seed.name for seed in seeds] == [kept]
    assert [problem.code for problem in problems] == ["same-id"]
    assert problems[0].file == f"seeds/{refused}"
    assert f"seeds/{kept}" in problems[0].message


def test_a_guessed_encoding_is_a_doubt_of_one_line():
    """The seed is read, and what was decided is said; UTF-8 and a byte order mark leave no doubt."""
    files = [("a.txt", TEXT.encode()), ("b.txt", TEXT.encode("utf-16")), ("c.txt", TEXT.encode("koi8-u"))]

    seeds, problems = read_seeds(files)

    assert {seed.text for seed in seeds} == {TEXT}
    assert [(p.severity, p.code, p.file) for p in problems] == [(Severity.DOUBT, "encoding-guessed", "seeds/c.txt")]
    assert "koi8-u" in problems[0].message


@given(text=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r\ufeff"), min_size=1))
def test_decoding_is_lossless(text: str):
    """Whatever text is stored comes back to the character."""
    seed = decode("a.txt", ("x" + text).encode())

    assert isinstance(seed, Seed)
    assert seed.text == "x" + text


@given(name=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="/\0"), min_size=1, max_size=300))
def test_every_id_is_a_plain_path_part(name: str):
    """No file name makes an id that is a path, hidden, long or not ASCII."""
    article_id = id_of(name + ".txt")

    if article_id is not None:
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", article_id)
        assert len(article_id) <= LONGEST_ID


@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_seed_or_a_problem(data: bytes):
    """No file raises."""
    assert isinstance(decode("a.txt", data), Seed | Problem)
