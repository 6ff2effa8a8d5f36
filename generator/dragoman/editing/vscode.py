"""Settings by which VS Code (with Red Hat's YAML extension) completes and checks records as they are typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.content.files import CONTENT, FOLDERS, SINGLE_FILES, Kind
from dragoman.errors import DragomanError

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"

#: Which files are of which kind, as the extension's patterns.
PATTERNS: Mapping[Kind, str] = {
    **{kind: f"/{CONTENT}/{folder}/**/*.yaml" for folder, kind in FOLDERS.items()},
    **{kind: f"/{CONTENT}/{name}" for name, kind in SINGLE_FILES.items()},
}
_ALWAYS: Mapping[str, Any] = {
    "yaml.yamlVersion": "1.2",
    "yaml.format.enable": False,  # `dragoman fmt` lays files out, and keeps comments where they belong
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
}


def merge_settings(before: str, schemas: Mapping[Kind, str]) -> str:
    """The text of settings.json with ours added to what ``before`` says (empty: nothing).

    ``schemas`` holds each kind's schema as the extension finds it. Raises DragomanError where ``before`` is not plain
    JSON, for it may hold comments, which rewriting would lose.
    """
    settings = _read(before, SETTINGS)
    ours = {place: PATTERNS[kind] for kind, place in schemas.items()}
    patterns = set(ours.values())
    others = settings.get("yaml.schemas", {})
    kept = {place: pattern for place, pattern in others.items() if pattern not in patterns}
    return _write({**_ALWAYS, **settings, "yaml.schemas": {**kept, **ours}})


def merge_extensions(before: str) -> str:
    """The text of extensions.json with the YAML extension recommended; raises like ``merge_settings``."""
    extensions = _read(before, EXTENSIONS)
    wanted = "redhat.vscode-yaml"
    known = extensions.get("recommendations", [])
    return _write({**extensions, "recommendations": known if wanted in known else [*known, wanted]})


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        settings = json.loads(text) if text.strip() else {}
    except ValueError as error:
        raise DragomanError(
            f"{name} is not plain JSON, so nothing is added to it ({error})",
            hint="move it away, run the command again, and put the two together",
        ) from error
    if not isinstance(settings, dict):
        raise DragomanError(f"{name} is not an object, so nothing is added to it")
    return settings


def _write(settings: Mapping[str, Any]) -> str:
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"
