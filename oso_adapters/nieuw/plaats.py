"""Where a new plugin comes: in a clone of this repository, or in a folder of its own."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs

import oso_adapters

__all__ = ["Plaats", "find_place"]

_KERN = "oso-adapters"


@attrs.frozen(kw_only=True)
class Plaats:
    """Where a new plugin comes.

    Attributes:
        map: the folder of the plugin.
        werkplaats: the clone of this repository that it becomes a member of; None outside one.
        kern: the source of the core beside a plugin of its own; None when the core is installed as
            a distribution, or when the plugin is in the clone.
    """

    map: Path
    werkplaats: Path | None = None
    kern: Path | None = None


def _project(map_: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((map_ / "pyproject.toml").read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _is_kern(map_: Path) -> bool:
    project = _project(map_)
    werkplaats = "workspace" in project.get("tool", {}).get("uv", {})
    return werkplaats and project.get("project", {}).get("name") == _KERN


def find_place(naam: str, hier: Path, map_: Path | None = None) -> Plaats:
    """Return where a plugin comes: in the clone around a folder, or beside everything else.

    Args:
        hier: the folder that the user is in.
        map_: the folder that the user asks for.
    """
    hier = hier.resolve()
    werkplaats = next((boven for boven in (hier, *hier.parents) if _is_kern(boven)), None)
    if map_ is not None:
        doel = (hier / map_).resolve()
        binnen = werkplaats is not None and doel.parent == werkplaats / "plugins"
    else:
        binnen = werkplaats is not None
        eigen = hier / f"oso-{naam.replace('_', '-')}"
        doel = werkplaats / "plugins" / naam if werkplaats is not None else eigen
    if binnen:
        return Plaats(map=doel, werkplaats=werkplaats)
    bron = Path(oso_adapters.__file__).resolve().parents[1]
    return Plaats(map=doel, kern=bron if _is_kern(bron) else None)
