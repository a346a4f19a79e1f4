"""As much of JSON Schema as the schema of the certificate uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SOORTEN: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
KENT = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "pattern"),
    *("minimum", "minItems", "items", "properties", "required", "additionalProperties"),
}


def bezwaren(
    waarde: Any, schema: dict[str, Any], wortel: dict[str, Any], pad: str = "$"
) -> Iterator[str]:
    """Yield where a value does not fit a schema."""
    assert set(schema) <= KENT, f"this check does not know {set(schema) - KENT}"
    if "$ref" in schema:
        yield from bezwaren(waarde, wortel["$defs"][schema["$ref"].rpartition("/")[2]], wortel, pad)
        return
    if "type" in schema and not isinstance(waarde, _SOORTEN[schema["type"]]):
        yield f"{pad}: no {schema['type']}"
        return
    if "const" in schema and waarde != schema["const"]:
        yield f"{pad}: not {schema['const']}"
    if "enum" in schema and waarde not in schema["enum"]:
        yield f"{pad}: not one of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], waarde):
        yield f"{pad}: does not match {schema['pattern']}"
    if "minimum" in schema and waarde < schema["minimum"]:
        yield f"{pad}: less than {schema['minimum']}"
    yield from _binnen(waarde, schema, wortel, pad)


def _binnen(waarde: Any, schema: dict[str, Any], wortel: dict[str, Any], pad: str) -> Iterator[str]:
    if isinstance(waarde, list):
        if len(waarde) < schema.get("minItems", 0):
            yield f"{pad}: too few"
        for nr, deel in enumerate(waarde):
            yield from bezwaren(deel, schema["items"], wortel, f"{pad}[{nr}]")
    if isinstance(waarde, dict):
        velden = schema.get("properties", {})
        yield from (
            f"{pad}.{naam}: missing" for naam in schema.get("required", ()) if naam not in waarde
        )
        for naam, deel in waarde.items():
            if naam in velden:
                yield from bezwaren(deel, velden[naam], wortel, f"{pad}.{naam}")
            elif schema.get("additionalProperties") is False:
                yield f"{pad}.{naam}: unknown"
