"""How often this process looks for garbage."""

import gc

OBJECTS = 50_000
"""New objects between two looks. Nearly all that is made here is kept (what the dictionaries say of a word) or freed at
once; at Python's 700 a sixth of the time of reading goes into looking in vain, for no less memory."""


def collect_seldom() -> None:
    """Has the whole process look seldom; for the entry of a process alone."""
    gc.set_threshold(OBJECTS)
