"""Where the sample articles are that come with the program."""

from __future__ import annotations

from pathlib import Path

import tui_reader
from tui_reader.model.errors import SourceError


def sample_articles() -> Path:
    """The folder of sample articles: inside an installed package, else at the top of the checkout.

    Raises SourceError when neither is there.
    """
    package = Path(tui_reader.__file__).resolve().parent
    # An editable install does not get the folder that the wheel is built with.
    for folder in (package / "articles", package.parent.parent / "articles"):
        if folder.is_dir():
            return folder
    raise SourceError("the sample articles are missing from this installation; name a folder: reader FOLDER")
