"""Why an article has its date, in the language of the interface.

Comes in: the reason in English, as the readings have it. Goes out: the same as an interface text. Whoever makes a new
reason finds it untranslated, never lost.
"""

import re

from build_dossier.markdown import Markdown, escape_line
from build_dossier.rendering import Renderer

_SHAPES = (
    re.compile(r"The text begins with the (?P<prefix>)machine prefix “(?P<words>.*)”\."),
    re.compile(r"The text bears the time (?P<stamp>)stamp “(?P<words>.*)”\."),
    re.compile(r"The (?P<dateline>)dateline “(?P<words>.*)” says when it was filed\."),
    re.compile(r"No date of publication is stated; the text (?P<past>)tells of “(?P<words>.*)” as past, .*"),
    re.compile(r"The text states no date of publication; it (?P<mentioned>)mentions (?P<words>.*) without a year\."),
    re.compile(r"The text states (?P<none>)no date of publication\."),
    re.compile(r"The editor's date, (?P<editor>)from (?P<words>.*)\."),
    re.compile(r"The articles that are (?P<month>)most like it, .* in (?P<words>\d{4}); the last month .*"),
    re.compile(r"The articles that are (?P<alike>)most like it, .* in (?P<words>\d{4})\."),
)
"""What the rules of ``article.published``, ``article.intake`` and ``dating`` say; the empty group names the shape."""


def date_reason(reason: str, renderer: Renderer) -> Markdown:
    """The reason for a date of publication, or why there is none."""
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(reason)) is not None), None)
    if found is None:
        return escape_line(reason)
    values = found.groupdict()
    words = values.pop("words", "")
    return _said(next(iter(values)), words or "", renderer)


def _said(shape: str, words: str, renderer: Renderer) -> Markdown:
    t = renderer.t
    return {
        "prefix": lambda: t("The text begins with the machine prefix “%(words)s”.", words=words),
        "stamp": lambda: t("The text bears the time stamp “%(words)s”.", words=words),
        "dateline": lambda: t("The dateline “%(words)s” says when it was filed.", words=words),
        "past": lambda: t(
            "No date of publication is stated; the text tells of “%(words)s” as past, so it is not older.", words=words
        ),
        "mentioned": lambda: t(
            "The text states no date of publication; it mentions %(words)s without a year.", words=words
        ),
        "none": lambda: t("The text states no date of publication."),
        "editor": lambda: t("The editor's date, from %(file)s.", file=words),
        "month": lambda: t(
            "The articles that are most like it, as far as they are dated, were published in %(year)s; "
            "the last month that it tells of is this one.",
            year=words,
        ),
        "alike": lambda: t(
            "The articles that are most like it, as far as they are dated, were published in %(year)s.", year=words
        ),
    }[shape]()
