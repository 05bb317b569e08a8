"""The search index: small static files that the reader's browser asks for one by one, made of the published pages.

``records`` reads a page, ``vocabulary`` knows every form of every word, ``names`` what is called how, ``files`` writes.
"""
