"""The face for scripts."""

FIRST_WORDS = frozenset({"list", "show", "search", "quotes", "bookmarks", "export"})
"""Words that make a command line a command; anything else in the first place is a path to open (a test compares them
with the parser's table, which is not read just to open the app)."""
