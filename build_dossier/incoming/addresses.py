"""Which article an annotation is about, by the address it gives.

Comes in: the editor's ``source_url`` and ``archive_url`` of articles, and addresses. Goes out: an article's id.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from build_dossier.article import Correction

_OURS = re.compile(r"(?:.*/)?articles/([^/?#]+)(?:/(?:index\.html)?)?(?:[?#].*)?", re.DOTALL)
_PORTS = {"http": 80, "https": 443}


def by_address(corrections: Iterable[Correction]) -> Mapping[str, str]:
    """The article of every address that an editor has given."""
    return {
        key: correction.article
        for correction in corrections
        for url in (correction.source_url, correction.archive_url)
        if url is not None and (key := _key(url)) is not None
    }


def article_of(sources: Iterable[str], known: Mapping[str, str], articles: Iterable[str]) -> str | None:
    """The article that the first known of some addresses is of: an editor's address, or a page of this dossier."""
    ids = frozenset(articles)
    for source in sources:
        key = _key(source)
        if key is not None and key in known:
            return known[key]
        if (ours := own_article(source)) in ids:
            return ours
    return None


def own_article(source: str) -> str | None:
    """The id in the address of an article's page, wherever the site is published."""
    ours = _OURS.fullmatch(source)
    return None if ours is None else ours[1]


def _key(url: str) -> str | None:
    """What addresses of one page have in common: not the protocol, ``www.``, the fragment, a slash at the end."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or parts.hostname is None:
        return None
    host = parts.hostname.removeprefix("www.") + ("" if port in {None, _PORTS[parts.scheme]} else f":{port}")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
