"""Front matter of generated pages."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.strict_yaml import write_front_matter

WORDS = st.text() | st.sampled_from(
    ["так", "true", "~", "- a", "а: б", "а #б", "-й", "й -", "1e3", "2025-06-01", "«Так»"]
)
VALUES = (
    WORDS
    | st.none()
    | st.integers()
    | st.lists(WORDS)
    | st.dictionaries(st.sampled_from(["uk", "ru"]), WORDS)
    | st.lists(st.dictionaries(st.just("name"), WORDS))
)


@given(st.dictionaries(st.sampled_from(["title", "date", "people"]), VALUES, min_size=1))
def test_front_matter_is_what_pyyaml_writes(data: dict[str, object]):
    """The short way to write words is byte for byte the long one."""
    long = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10**9)

    assert write_front_matter(data) == f"---\n{long}---\n"


@pytest.mark.parametrize("line", ["title: Мінськ\n", "people:\n- Олександр Лукашенко\n- Дональд Трамп\n"])
def test_words_stand_without_quotes(line: str):
    """A person can read the front matter."""
    assert write_front_matter(yaml.safe_load(line)) == f"---\n{line}---\n"
