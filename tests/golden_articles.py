"""Articles as the golden files tell them: short, for people to read."""

from pathlib import Path

import yaml

from build_dossier.article import Article, Seed
from build_dossier.article.intake import read
from build_dossier.article.seed import decode

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden" / "articles"
SEEDS = TESTS.parent / "seeds"


def texts() -> dict[str, Path]:
    """Every text that must have a golden file, by article id."""
    return {path.stem: path for path in [*sorted(SEEDS.glob("*.txt")), *sorted(GOLDEN.glob("*.txt"))]}


def article(path: Path) -> Article:
    """The article of a text file."""
    seed = decode(path.name, path.read_bytes())
    assert isinstance(seed, Seed)
    return read(seed, None)


def told(article: Article) -> str:
    """What the program makes of an article, as YAML."""
    publisher = article.publisher
    data = {
        "language": article.language,
        "title": {"basis": article.title.basis.value, "text": _short(article.title.text)},
        "published": {
            "basis": article.published.basis.value,
            "value": article.published.value,
            "reason": article.published.reason,
        },
        "publisher": publisher and {"basis": publisher.basis.value, "name": publisher.name},
        "prefix": article.text[: article.prefix_end],
        "credit": [span.of(article.text) for span in article.credit],
        "blocks": [{block.kind.value: _short(article.text[block.start : block.end])} for block in article.blocks],
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def _short(words: str) -> str:
    """The beginning and the end of long words: enough to see where a block stands."""
    return words if len(words) <= 100 else f"{words[:60]} … {words[-30:]}"
