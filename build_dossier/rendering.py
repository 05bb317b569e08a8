"""Jinja, fenced: templates in, finished Markdown out, every value escaped unless it says that it is Markdown.

A template receives finished values and may loop and branch; it never computes, sorts or looks up. Interface texts go
through ``t`` and ``tn`` (gettext), whose variables are escaped like any value.
"""

from collections.abc import Callable, Mapping

import jinja2

from build_dossier.errors import DossierError
from build_dossier.markdown import Markdown, escape_line


class _Compiled(jinja2.BytecodeCache):
    """Templates as compiled, for as long as the process lasts: a preview builds again and again."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Gives what is known of a template with this source."""
        code = self._code.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keeps what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Renderer:
    """The templates of one interface language."""

    def __init__(
        self,
        templates: Mapping[str, str],
        gettext: Callable[[str], str],
        ngettext: Callable[[str, str, int], str],
        number: Callable[[int], str] = str,
    ) -> None:
        self._gettext = gettext
        self._ngettext = ngettext
        self._number = number
        self._environment = jinja2.Environment(
            loader=jinja2.DictLoader(dict(templates)),
            undefined=jinja2.StrictUndefined,
            autoescape=False,  # noqa: S701  # ``finalize`` escapes for Markdown and HTML alike
            finalize=_finished,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self._environment.globals |= {"t": self.t, "tn": self.tn}

    def t(self, message: str, **values: object) -> Markdown:
        """The interface text for ``message``, its ``%(name)s`` filled with escaped values."""
        return _filled(self._gettext(message), values)

    def tn(self, singular: str, plural: str, n: int, **values: object) -> Markdown:
        """The interface text for a count of ``n``, which fills ``%(n)s``."""
        return _filled(self._ngettext(singular, plural, n), {"n": self._number(n), **values})

    def render(self, template: str, /, **values: object) -> str:
        """The text of a template.

        Raises:
            jinja2.UndefinedError: the template asks for a value it was not given.
            DossierError: there is no such template, or none that it includes.
        """
        try:
            return self._environment.get_template(template).render(**values)
        except jinja2.TemplateNotFound as missing:  # an OSError to Python, which nobody could make sense of
            raise DossierError(f"the program lacks its template {missing.name}; install it anew") from None


def _finished(value: object) -> str:
    if isinstance(value, Markdown):
        return value
    return escape_line(str(value)) if value is not None else ""


def _filled(message: str, values: Mapping[str, object]) -> Markdown:
    return Markdown(message % {name: _finished(value) for name, value in values.items()} if values else message)
