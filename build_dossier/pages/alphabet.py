"""The order of entities that weigh the same: that of their names, in the alphabet of the interface.

An id is a name in Latin script: in order of ids a list in Ukrainian or Russian looks shuffled.
"""

from build_dossier.pages.context import Context
from build_dossier.text.collation import Key, sort_key


def name_key(context: Context, entity_id: str) -> tuple[Key, str]:
    """A key that puts entities in the order of their names as the interface says them; of one name, of their ids."""
    return sort_key(context.label(context.dossier.entities[entity_id]), context.locale), entity_id
