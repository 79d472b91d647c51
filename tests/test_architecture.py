"""Every arrow points down, and the core does without the interface and without heavy libraries: read and run."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tui_reader

SOURCE = Path(tui_reader.__file__).parent
PROJECT = Path(__file__).parents[1]
HEAVY = ("textual", "rich", "tantivy", "yaml", "charset_normalizer", "rapidfuzz", "sentencex", "anyascii")
"""What a start without the screen must not pay for."""


def modules() -> dict[str, Path]:
    """Every module of the package and its file."""
    named = {}
    for file in sorted(SOURCE.rglob("*.py")):
        parts = file.relative_to(SOURCE.parent).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return named


def imports(module: str, file: Path) -> Iterator[str]:
    """The full name of everything `module` imports, at its top, in a function or for the type checker."""
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def contracts() -> list[dict[str, Any]]:
    """The rules as `lint-imports` reads them."""
    table = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    rules: list[dict[str, Any]] = table["tool"]["importlinter"]["contracts"]
    return rules


def floors() -> list[list[str]]:
    """The packages of each floor, the highest first."""
    [layers] = [rule["layers"] for rule in contracts() if rule["type"] == "layers"]
    return [[name.strip() for name in floor.split("|")] for floor in layers]


def room(module: str) -> str:
    """The package or module right below the top that `module` belongs to."""
    return module.split(".")[1] if "." in module else ""


def wrong_arrows(module: str, imported: list[str]) -> list[str]:
    """What `module` may not import: a higher floor, or a sibling on its own."""
    floor = {name: number for number, names in enumerate(floors()) for name in names}
    here = room(module)
    return [
        name
        for name in imported
        if name.startswith("tui_reader.")
        and room(name) in floor
        and room(name) != here
        and here in floor
        and floor[room(name)] <= floor[here]
    ]


def test_every_room_has_its_floor() -> None:
    rooms = {room(module) for module in modules()} - {""}
    assert rooms == {name for names in floors() for name in names}


@pytest.mark.parametrize("module", modules())
def test_every_arrow_points_down(module: str) -> None:
    assert wrong_arrows(module, list(imports(module, modules()[module]))) == []


def test_the_check_sees_a_wrong_arrow() -> None:
    for module, imported in [
        ("tui_reader.layout.page", "tui_reader.tui.app"),
        ("tui_reader.search.index", "tui_reader.quotes.service"),
        ("tui_reader.text.gate", "tui_reader.model.span"),
        ("tui_reader.cli.show", "tui_reader.tui.app"),
        ("tui_reader.workspace", "tui_reader.__main__"),
    ]:
        assert wrong_arrows(module, [imported]) == [imported]
    assert wrong_arrows("tui_reader.tui.app", ["tui_reader.layout.page", "tui_reader.tui.desk", "textual.app"]) == []


@pytest.mark.parametrize("rule", [rule for rule in contracts() if rule["type"] == "protected"], ids=lambda r: r["name"])
def test_every_library_has_its_importers(rule: dict[str, Any]) -> None:
    allowed = tuple(rule["allowed_importers"])
    excepted = {tuple(arrow.split(" -> ")) for arrow in rule.get("ignore_imports", ())}
    importers = {
        (module, library)
        for module, file in modules().items()
        for name in imports(module, file)
        for library in rule["protected_modules"]
        if name.split(".")[0] == library
    }
    assert importers
    assert {
        (module, library)
        for module, library in importers - excepted
        if not any(module == name or module.startswith(name + ".") for name in allowed)
    } == set()


def core() -> list[str]:
    """Every module below the two faces."""
    return [module for module in modules() if room(module) not in ("tui", "cli", "__main__", "layout")]


def loaded(*names: str) -> set[str]:
    """What a fresh Python has in memory after importing `names`."""
    program = "import importlib, json, sys\nfor n in sys.argv[1:]: importlib.import_module(n)\n"
    program += "print(json.dumps([*sys.modules]))"
    run = subprocess.run([sys.executable, "-c", program, *names], capture_output=True, check=True, text=True)
    return set(json.loads(run.stdout))


BEHIND_A_DOOR = {"tui_reader.search.large", "tui_reader.search.store", "tui_reader.search.compiling"}
"""The index of large corpora stands on tantivy; `search.index` opens its door when a corpus is large."""


def test_importing_the_core_loads_nothing_heavy() -> None:
    light = {*core()} - BEHIND_A_DOOR
    assert {"tui_reader.workspace", "tui_reader.search.index", "tui_reader.annotations.anchoring"} <= light
    assert loaded(*sorted(light)) & {*HEAVY, *BEHIND_A_DOOR} == set()


def test_importing_the_workspace_makes_no_service() -> None:
    names = loaded("tui_reader.workspace")
    assert names & set(HEAVY) == set()
    assert not any(name.startswith(("tui_reader.search.", "tui_reader.quotes.", "tui_reader.tui")) for name in names)


def test_layout_knows_rich_for_its_cells_alone() -> None:
    names = loaded(*(module for module in modules() if room(module) == "layout"))
    assert names & (set(HEAVY) - {"rich"}) == set()
    assert "rich.console" not in names


def test_the_command_line_does_without_the_screen() -> None:
    names = loaded(*(module for module in modules() if room(module) == "cli"), "tui_reader.__main__")
    assert names & {"textual", "tantivy", "yaml", "charset_normalizer"} == set()


def test_importing_makes_no_file(tmp_path: Path) -> None:
    program = "import importlib, sys\nfor n in sys.argv[1:]: importlib.import_module(n)"
    home = {"HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", "PATH": ""}
    home |= {f"READER_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE")}
    subprocess.run([sys.executable, "-c", program, *modules()], env=home, cwd=tmp_path, check=True)
    assert list(tmp_path.iterdir()) == []
