"""Bodies and the countries that their names end in."""

import pytest

from build_dossier.linking.institutions import concept, institution_key, national


@pytest.mark.parametrize("key", ["мид", "білий дім", "адміністрація трампа", "росія", "бюро україна сьогодні", ""])
def test_no_country(key: str):
    """A name that ends in no country has none."""
    assert national(key) is None


@pytest.mark.parametrize(
    ("key", "body", "country"),
    [
        ("мид украины", "мид", "UA"),
        ("мзс білорусі", "мзс", "BY"),
        ("слідчий комітет рф", "слідчий комітет", "RU"),
        ("верховний суд сполучених штатів", "верховний суд", "US"),
        ("сенат сша", "сенат", "US"),
        ("парламент великої британії", "парламент", "GB"),
        ("правительство соединенного королевства", "правительство", "GB"),
        ("уряд німеччини", "уряд", "DE"),
    ],
)
def test_country(key: str, body: str, country: str):
    """The country is found in any case, also in several words."""
    found = national(key)

    assert found is not None
    assert (found.body, found.country) == (body, country)


def test_keys_meet():
    """One country's body has one key in both languages; another country's has another."""
    assert institution_key("мид украины") == institution_key("міністерство закордонних справ україни") == "mfa|UA"
    assert institution_key("госдеп сша") == "thing:us-state-department"
    assert institution_key("мид польши") != institution_key("мид украины")
    assert institution_key("мид") is None
    assert concept("мзс") == "mfa"
