"""``glossary.json``: what the search takes for the same, phrases by concept."""

import json

from build_dossier.dossier import Dossier
from build_dossier.exports.record import Document, message


def data(dossier: Dossier) -> bytes:
    """One JSON object, in order of concept."""
    concepts = {key: list(phrases) for key, phrases in sorted(dossier.glossary.items())}
    return (json.dumps(concepts, ensure_ascii=False, indent=1) + "\n").encode()


DOCUMENT = Document(
    name="glossary.json",
    schema="glossary.schema.json",
    about=message("Words and phrases that the search takes for the same, by concept"),
    data=data,
)
