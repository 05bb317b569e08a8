"""Why articles belong together, as their pages say it."""

from build_dossier.build import Build
from build_dossier.pages.context import make_context
from build_dossier.pages.relation import related_views
from build_dossier.rendering import Renderer


def test_the_date_of_an_event_that_both_tell_is_a_reason(seeds_alone: Build):
    """000 says «21 червня», 001 «минулої п'ятниці» of an unknown year: the event is one, and so is its date."""
    renderer = Renderer({}, str, lambda one, many, n: one if n == 1 else many)
    context = make_context(seeds_alone.dossier, renderer, "en")
    first, second = (linked.reading.article.id for linked in seeds_alone.dossier.readings[:2])
    views = {view.href: view for view in related_views(context, second, f"articles/{second}/index.md")}

    assert "21 June 2025" in views[f"../{first}/index.md"].dates
