"""The text face: its letters, its weight, how long its lines are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

FONTS = Path(__file__).resolve().parents[2] / "build_dossier/theme/assets/fonts"
MOST = 120 * 1024
"""Bytes of all fonts: what a reader loads once."""

UKRAINIAN = (
    "Щойно почалася нарада, до зали зайшов голова ради й попросив усіх сісти: розмова буде довга, а рішення треба "
    "ухвалити сьогодні, бо завтра міст закриють на ремонт, і половина міста не зможе дістатися до роботи. "
)


def test_the_fonts_are_light_and_have_their_licence():
    """All fonts together weigh what one picture does; the licence lies beside them."""
    assert sum(file.stat().st_size for file in FONTS.glob("*.woff2")) <= MOST
    assert len(list(FONTS.glob("*.woff2"))) == 2
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE").read_text(encoding="utf-8").upper()


def test_letters_are_the_faces_own_and_lines_are_of_a_readable_length(visit: Callable[..., Page]):
    """Ukrainian and Russian letters, quotation marks and currencies come from the face; 60 to 75 characters a line."""
    page = visit("articles/zustrich/index.html")
    page.evaluate("document.fonts.ready")

    assert page.evaluate(_MISSING, "ґєіїёъыэўҐЄІЇЁ«»„“”’ʼ—–…№₴₽€←ąč") == ""
    assert 60 <= page.evaluate(_CHARACTERS_A_LINE, UKRAINIAN * 4) <= 75


# A letter that the face has is as wide whatever stands in for it.
_MISSING = """async letters => {
  await document.fonts.load('40px "Source Serif 4"', letters);
  const context = document.createElement('canvas').getContext('2d');
  const width = (letter, other) => {
    context.font = `40px "Source Serif 4", ${other}`;
    return context.measureText(letter).width;
  };
  return [...letters].filter(one => width(one, 'monospace') !== width(one, 'sans-serif')).join('');
}"""

_CHARACTERS_A_LINE = """text => {
  const block = document.querySelector('#p4');
  block.textContent = text;
  const range = new Range();
  range.selectNodeContents(block);
  return text.length / range.getClientRects().length;
}"""
