"""The same corpus and app as the flows."""

from tests.tui.conftest import corpus, open_app, user_folders

__all__ = ["corpus", "open_app", "user_folders"]
