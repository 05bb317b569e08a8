"""Which language a text is in: letters first, then stop-words, ``und`` when too little is said."""

from typing import Literal

Language = Literal["uk", "ru", "en", "und"]
"""ISO 639-1, or ISO 639-3 ``und`` (undetermined)."""
