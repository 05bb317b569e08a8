"""The yardstick of speed: MkDocs with the Material theme, nothing of ours, on the same Markdown.

Comes in: the generated docs folder. Goes out: the command that builds it plainly. As in our own site, pages stay out of
the navigation, which otherwise would cost quadratic time, and there is no plugin, no web font and no search.
"""

import json
import sys
from pathlib import Path

_EXTENSIONS = ("attr_list", "md_in_html", "tables", {"toc": {"permalink": False}})


def plain_command(docs: Path, site: Path, config: Path) -> tuple[str, ...]:
    """The command, its configuration written to ``config``."""
    quiet = {"omitted_files": "info", "not_found": "info", "absolute_links": "info"}
    links = {"not_found": "info", "anchors": "info", "absolute_links": "info", "unrecognized_links": "info"}
    settings = {
        "site_name": "Plain",
        "docs_dir": str(docs.resolve()),
        "site_dir": str(site.resolve()),
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": _EXTENSIONS,
        "nav": [{"Articles": "index.md"}],
        "not_in_nav": "/**",
        "validation": {"nav": quiet, "links": links},
    }
    config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    return sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)
