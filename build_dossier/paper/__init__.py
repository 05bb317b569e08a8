"""The dossier on paper: pages of the built site printed by a headless Chromium, bound to one PDF."""
