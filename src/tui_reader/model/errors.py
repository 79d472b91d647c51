"""One error tree. Every message says what, where and what to do, on one line."""

from __future__ import annotations


class ReaderError(Exception):
    """Anything the user should be told in one line; `exit_code` is what the command line ends with."""

    exit_code = 3


class UsageError(ReaderError):
    """A command line or a configuration that cannot be obeyed."""

    exit_code = 2


class SourceError(ReaderError):
    """A path that cannot be read."""


class FormatError(ReaderError):
    """A file whose bytes are not the text they claim to be."""


class SettingsError(UsageError):
    """A configuration file that cannot be understood."""


class RepositoryError(ReaderError):
    """Bookmarks that could not be read or written."""


class UnknownBookmarkError(RepositoryError):
    """No bookmark has the id that was given."""

    exit_code = 1


class AmbiguousBookmarkError(RepositoryError):
    """A part of an id that several bookmarks share."""

    exit_code = 2
