"""The steps of ``link``: names, what joins them, whom a bare surname means, how an entity is labelled.

Nothing here knows of ids or of the editor's files beyond the names that they give.
"""
