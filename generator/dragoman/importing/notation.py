"""Writes a record as YAML the way `dragoman fmt` lays it out. Knows notation, no meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.content.files import Kind, SourceFile
from dragoman.content.settings import Settings
from dragoman.editing.formatting import format_text
from dragoman.editing.plain_yaml import write_yaml


def write_record(kind: Kind, data: Mapping[str, Any], settings: Settings) -> str:
    """The text of a record's file."""
    source = SourceFile(path="", kind=kind, content=b"", size=0, digest="")
    return format_text(write_yaml(data), source, settings)
