"""Bookmarks that are never lost: anchoring, journal, repository."""
