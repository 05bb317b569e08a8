"""The way from a list to words in the text of an article.

Comes in: a stretch of an article. Goes out: the address of its paragraph, with the words as a text fragment (WICG
Scroll to Text Fragment), which browsers that know it mark; others open the paragraph.
"""

import re
from urllib.parse import quote

from build_dossier.article import Article
from build_dossier.kwic import block_at
from build_dossier.markdown import Markdown
from build_dossier.pages import address

_AROUND = 40
"""Characters before and after that may be looked at for the words beside."""
_LONGEST = 200
_WORDS_BEFORE = re.compile(r"\w[\w'’ʼ-]*(?:\s+\w[\w'’ʼ-]*)?(?=\s+\Z)")
_WORDS_AFTER = re.compile(r"\s+(\w[\w'’ʼ-]*(?:\s+\w[\w'’ʼ-]*)?)(?!\w)")


def passage(article: Article, start: int, end: int, page: str) -> Markdown:
    """Raw HTML address, from ``page``, of the words of an article at ``start``-``end``."""
    block = block_at(article, start)
    number = article.blocks.index(block) + 1
    home = address.from_to_html(page, address.article(article.id), f"p{number}")
    if end - start > _LONGEST or not article.text[start:end].strip():
        return home
    text = article.text
    before = _WORDS_BEFORE.search(text[max(block.start, start - _AROUND) : start])
    after = _WORDS_AFTER.match(text[end : min(block.end, end + _AROUND)])
    words = [
        *([f"{_encoded(before.group())}-"] if before is not None else []),
        _encoded(text[start:end]),
        *([f"-{_encoded(after.group(1))}"] if after is not None else []),
    ]
    return Markdown(f"{home}:~:text={','.join(words)}")


def _encoded(words: str) -> str:
    """Words as a text fragment has them: a hyphen would be a sign of its own."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
