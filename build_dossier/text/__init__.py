"""Strings and offsets; nothing here knows of news."""
