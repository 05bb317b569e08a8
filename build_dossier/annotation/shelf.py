"""The seeds as annotation files speak of them: by file name, by ``[[…]]``, by their words.

Comes in: the seeds. Goes out: which of them is meant, or which is nearest.
"""

from collections.abc import Sequence

from build_dossier.annotation.quote import Quote, literal, read_quote, unmarked
from build_dossier.article import Seed
from build_dossier.text.locate import Searchable, candidates, searchable
from build_dossier.wikilink import Ids


class Shelf:
    """All seeds, to be asked for one."""

    def __init__(self, seeds: Sequence[Seed]) -> None:
        self.seeds = {seed.id: seed for seed in seeds}
        self._stems = {stem(seed.name): seed.id for seed in seeds}
        self._links = Ids(self.seeds)
        self._searchable: dict[str, Searchable] = {}

    def named(self, name: str) -> str | None:
        """The article of a file's stem, which is its id or its seed's stem."""
        return name if name in self.seeds else self._stems.get(name)

    def linked(self, target: str) -> tuple[str | None, tuple[str, ...]]:
        """The article of ``[[target]]``; else ``None`` and the nearest ones."""
        answer = self._links.resolve(target)
        return (answer, ()) if isinstance(answer, str) else (None, answer.nearest)

    def quote(self, article: str | None, words: str) -> Quote:
        """What ``words`` quote; ``==`` that the article itself has are no marks."""
        if "==" in words and article in self.seeds and words in self.seeds[article].text:
            return unmarked(words)
        return read_quote(words)

    def stands(self, article: str | None, words: str) -> bool:
        """Whether ``words`` could be a quotation of the article, in one place or in several."""
        if article not in self.seeds:
            return False
        if article not in self._searchable:
            self._searchable[article] = searchable(self.seeds[article].text)
        page, quote = self._searchable[article], self.quote(article, words)
        whole = quote.selector if quote.until is None else literal(quote.selector, quote.until)
        return bool(candidates(whole, page) or (quote.until is not None and candidates(quote.selector, page)))


def stem(path: str) -> str:
    """The last part of a path without its last suffix."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name
