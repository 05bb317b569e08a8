"""News texts in, an annotated, cross-linked, searchable dossier out.

``build.build`` is the whole pipeline as one pure function; ``python -m build_dossier`` is the program around it.
"""

__version__ = "0.1.0"
