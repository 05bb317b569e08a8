"""How the packaged name tagger is trained and measured; for development, no part of the program."""
