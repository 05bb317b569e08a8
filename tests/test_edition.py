"""What one value a whole edition has."""

from datetime import date

import pytest

from build_dossier.edition import LAST, seconds


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([date(1900, 1, 1)], 0, id="before-1970"),
        pytest.param([date(1970, 1, 2), date(1900, 1, 1)], 86400, id="the-last"),
        pytest.param([date(2199, 12, 31)], LAST, id="beyond-gzip"),
    ],
)
def test_a_day_of_any_century_can_be_compressed(days: list[date], expected: int):
    """What a header of gzip cannot bear is clamped to what it can."""
    assert seconds(days) == expected
