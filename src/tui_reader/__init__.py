"""A terminal reader for folders of articles: who said what, where, and whether it still stands."""

__version__ = "0.1.0"
