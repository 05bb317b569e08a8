"""The resident preview: the dossier on this machine's own address, each saved note on its page at once.

Comes in: the folders, and whoever looks at a page. Goes out: pages over HTTP on loopback, each made when it is asked
for from what the process keeps in memory; the published site follows in the background. Nothing under ``docs/`` is
written but by the reader's own «Annotate».
"""
