"""Bookmarks as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in one collection."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from tui_reader.export.links import source_iri
from tui_reader.export.rows import ExportRow
from tui_reader.model.annotation import Selector

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_SELECTORS = {
    "TextQuoteSelector": ("exact", "prefix", "suffix"),
    "TextPositionSelector": ("start", "end"),
}
"""The members the model defines. Other selectors are this program's own and mean nothing to others."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def render(rows: Sequence[ExportRow], made: str = "") -> str:
    """An AnnotationCollection whose one page holds every annotation. `made` is the time of the export."""
    items = [item(row) for row in rows]
    collection = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(str(each["id"]) for each in items)).urn
    page: dict[str, Any] = {
        "id": collection + "#page1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": "Bookmarks",
        "generator": {"type": "Software", "name": "quote-reader"},
        "total": len(items),
        "first": page,
    }
    if made:
        document["generated"] = made
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def item(row: ExportRow) -> dict[str, Any]:
    """One annotation. Its selectors and its TimeState describe the article as it was when the bookmark was made."""
    annotation = row.annotation
    identity = annotation.id
    iri = f"urn:uuid:{identity.lower()}" if _UUID.fullmatch(identity) else f"urn:x-reader:{quote(identity, safe='')}"
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source_iri(row),
        "selector": [known for known in map(_selector, annotation.selectors) if known],
    }
    if annotation.created:
        target["state"] = {"type": "TimeState", "sourceDate": annotation.created}
    found: dict[str, Any] = {
        "id": iri,
        "type": "Annotation",
        "motivation": str(annotation.motivation),
        "label": f"{row.title}, ¶{row.paragraph}" if row.paragraph else row.title,
        "created": annotation.created,
        "modified": annotation.modified,
        "body": _bodies(row),
        "target": target,
    }
    return {name: value for name, value in found.items() if value not in ("", [])}


def _bodies(row: ExportRow) -> list[dict[str, str]]:
    annotation = row.annotation
    bodies = []
    if annotation.note:
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": annotation.note,
            }
        )
    if row.speaker:
        bodies.append({"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": row.speaker})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]
    return bodies


def _selector(selector: Selector) -> dict[str, Any]:
    names = _SELECTORS.get(str(selector.get("type")))
    if names is None:
        return {}
    return {"type": selector["type"], **{name: selector[name] for name in names if name in selector}}
