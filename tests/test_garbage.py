"""How often a process looks for garbage."""

import gc

from build_dossier.garbage import OBJECTS, collect_seldom


def test_garbage_is_still_looked_for():
    """The process looks seldom, but does look."""
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.isenabled()
        assert gc.get_threshold()[0] == OBJECTS
    finally:
        gc.set_threshold(*before)
