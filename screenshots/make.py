"""Makes the pictures again: drives the real app over the sample articles and draws its screen as PNG.

    python screenshots/make.py [--font FILE]

Needs Pillow and a monospaced TrueType font with a bold face (Debian: fonts-dejavu-core). Look at what it made.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "/usr/share/fonts/dejavu-sans-mono-fonts/DejaVuSansMono.ttf",
    "/Library/Fonts/DejaVuSansMono.ttf",
)
SIZE = 16

PICTURES: dict[str, tuple[tuple[int, int], str, str]] = {
    # name: size in cells, theme, keys
    "main-ink": ((124, 36), "ink", "enter full_stop full_stop"),
    "filtered-ink": ((124, 36), "ink", "slash n u c l e a r space p l n t enter n n"),
    "bookmarks-ink": (
        (124, 36),
        "ink",
        "enter full_stop b right_curly_bracket B c h e c k space t h e space f i g u r e s enter "
        "right_square_bracket full_stop b m",
    ),
    "speakers-ink": ((124, 36), "ink", "s"),
    "main-paper": ((124, 36), "paper", "j j enter full_stop b"),
    "narrow-ink": ((80, 24), "ink", "full_stop full_stop b right_curly_bracket"),
    "wide-contrast": ((200, 60), "contrast", "G enter full_stop v"),
}


def main() -> None:
    """Make every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--font", default=next((f for f in FONTS if Path(f).exists()), FONTS[0]))
    font = parser.parse_args().font
    for name, (size, theme, keys) in PICTURES.items():
        rows = asyncio.run(_drive(size, theme, keys.split()))
        _draw(rows, size, font).save(HERE / f"{name}.png", optimize=True)
        print(HERE.name + f"/{name}.png")


async def _drive(size: tuple[int, int], theme: str, keys: list[str]) -> list[object]:
    """Press `keys` in a fresh reader and return what it shows, a strip a row."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "STATE", "CACHE"):
            os.environ[f"READER_{kind}_DIR"] = f"{folder}/{kind.lower()}"
        from tui_reader.config.settings import Settings
        from tui_reader.tui.app import ReaderApp
        from tui_reader.workspace import open_workspace

        settings = Settings(theme=theme)
        workspace = open_workspace((), settings, load=False)
        workspace.memory.remember("welcomed", True)
        app = ReaderApp(workspace, settings)
        app.main.load_first()
        async with app.run_test(size=size) as pilot:
            app.main.begin_work()
            await app.workers.wait_for_complete()
            app.main.index_articles()
            for key in (None, *keys, None):
                if key is not None:
                    await pilot.press(key)
                for _ in range(3):
                    await app.workers.wait_for_complete()
                    await pilot.pause()
            app.main.hush() if not keys or keys[-1] != "b" else None
            await pilot.pause()
            return list(app.screen._compositor.render_strips())


def _draw(rows: list[object], size: tuple[int, int], font: str) -> Image.Image:
    """Cells on a grid, each character where a terminal would put it."""
    faces = {
        bold: ImageFont.truetype(font.replace(".ttf", "-Bold.ttf") if bold else font, SIZE) for bold in (False, True)
    }
    width, height = round(faces[False].getlength("M")), round(SIZE * 1.25)
    image = Image.new("RGB", (size[0] * width, size[1] * height))
    pen = ImageDraw.Draw(image)
    from rich.cells import split_graphemes

    for y, strip in enumerate(rows):
        x = 0
        for text, style, _ in strip:  # type: ignore[attr-defined]
            fore = style.color.get_truecolor() if style and style.color else (230, 225, 214)
            back = style.bgcolor.get_truecolor() if style and style.bgcolor else (28, 27, 25)
            if style and style.reverse:
                fore, back = back, fore
            for start, end, cells in split_graphemes(text)[0]:
                box = (x * width, y * height, (x + cells) * width - 1, (y + 1) * height - 1)
                pen.rectangle(box, fill=tuple(back))
                if text[start:end].strip():
                    pen.text(
                        (box[0], box[1] + (height - SIZE) // 3),
                        text[start:end],
                        font=faces[bool(style and style.bold)],
                        fill=tuple(fore),
                    )
                if style and style.underline:
                    pen.line((box[0], box[3] - 1, box[2], box[3] - 1), fill=tuple(fore))
                x += cells
    return image


if __name__ == "__main__":
    main()
