"""The published words are the source's words.

Comes in: a published page and the text it was made of. Goes out: nothing, or where the two part. Control characters
(Unicode Cc) and white space do not count, on either side: HTML can carry neither faithfully.
"""

import re
from itertools import zip_longest

from build_dossier.errors import FidelityError

_UNCOUNTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
"""White space and Unicode Cc."""


def check_fidelity(published: str, source: str, *, article: str) -> None:
    """Nothing, when the words of the page are the words of the source.

    Raises:
        FidelityError: they are not; names the article and shows the place.
    """
    ours, theirs = words_only(published), words_only(source)
    if ours != theirs:
        at = next(i for i, (a, b) in enumerate(zip_longest(ours, theirs)) if a != b)
        raise FidelityError(
            f"article {article}: the page does not hold the words of its seed: "
            f"“{theirs[max(at - 20, 0) : at + 20]}” became “{ours[max(at - 20, 0) : at + 20]}”"
        )


def words_only(text: str) -> str:
    """The text without white space and control characters."""
    return _UNCOUNTED.sub("", text)
