"""Typed word lists: the package's, and the editor's ``docs/lexicon/*.yml`` on top.

Comes in: YAML texts. Goes out: frozen records. An entry of the editor's replaces the package's entry of the same key.
"""
