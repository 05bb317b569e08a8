"""Templates print finished Markdown as it is and escape everything else."""

import jinja2
import pytest

from build_dossier.errors import DossierError
from build_dossier.markdown import Markdown
from build_dossier.rendering import Renderer


def renderer(**templates: str) -> Renderer:
    """A renderer whose interface language shouts."""
    return Renderer(templates, str.upper, lambda one, many, n: (one if n == 1 else many).upper())


def test_values_are_escaped():
    """A value that is no Markdown makes no markup."""
    assert renderer(a="{{ x }}").render("a", x="<b>*a*</b>") == "&#60;b&#62;&#42;a&#42;&#60;&#47;b&#62;"


def test_markdown_is_printed_as_it_is():
    """Finished Markdown is not escaped again."""
    assert renderer(a="{{ x }}").render("a", x=Markdown("**a**")) == "**a**"


def test_nothing_prints_nothing():
    """``None`` leaves no word on the page."""
    assert renderer(a="[{{ x }}]").render("a", x=None) == "[]"


def test_a_forgotten_value_is_an_error():
    """A template that asks for what it is not given fails loudly."""
    with pytest.raises(jinja2.UndefinedError, match="x"):
        renderer(a="{{ x }}").render("a")


def test_interface_texts_are_translated_and_their_values_escaped():
    """The text comes from the catalogue, its values are data."""
    shown = Renderer({"a": '{{ t("by %(who)s", who=w) }}'}, lambda _: "від %(who)s", lambda one, _many, _n: one)

    assert shown.render("a", w="<i>") == "від &#60;i&#62;"


def test_counts_choose_their_form():
    """One thing and many things are said differently."""
    template = '{{ tn("one note", "%(n)s notes", n) }}'
    english = Renderer({"a": template}, str, lambda one, many, n: one if n == 1 else many)

    assert [english.render("a", n=n) for n in (1, 5)] == ["one note", "5 notes"]


@pytest.mark.parametrize("name", ["page", "none"])
def test_a_missing_template_is_one_line(name: str):
    """To Python it is an error of the system's; whoever reads it must know what to do."""
    renderer = Renderer({"page": '{% include "none" %}'}, str, lambda one, many, n: one if n == 1 else many)

    with pytest.raises(DossierError, match=r"\Athe program lacks its template none; install it anew\Z"):
        renderer.render(name)
