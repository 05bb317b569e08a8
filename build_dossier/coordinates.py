"""Coordinates as an editor writes them: ``53.9, 27.57``.

Comes in: a value of front matter. Goes out: latitude and longitude in degrees (WGS 84, as every gazetteer has them).
"""

import re

from build_dossier.strict_yaml import Value

Coordinates = tuple[float, float]
"""Latitude, then longitude, in degrees; north and east are positive."""

_DEGREES = re.compile(r"[+\-−]?[0-9]{1,3}(?:\.[0-9]{1,8})?")
HINT = "write `coordinates: 53.90, 27.57`, the latitude first, in degrees; south and west are negative"


def read_coordinates(value: Value) -> Coordinates | None:
    """Two numbers, in one string or as a list; ``None`` where they are none, or none on Earth."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or len(parts) != 2:
        return None
    written = [part.strip() for part in parts if isinstance(part, str)]
    if len(written) != 2 or not all(_DEGREES.fullmatch(part) for part in written):
        return None
    latitude, longitude = (float(part.replace("−", "-")) for part in written)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
