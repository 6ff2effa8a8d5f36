"""``datapackage.json``: what each table and column means, for programs (Data Package 2.0, Table Schema)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from dragoman.model.site import Site
from dragoman.render.data.columns import Column, Table
from dragoman.render.data.plain import known, texts

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def write_descriptor(site: Site, tables: Mapping[str, tuple[Table, bytes]], *, version: str, homepage: str) -> bytes:
    """The descriptor of the tables, each with its file as published under ``NAME.csv``."""
    default = site.default_language
    package = known(
        **{"$schema": PROFILE},
        name="contacts",
        id=homepage,
        title=site.title.resolve([default]).text,
        description=site.description.resolve([default]).text,
        version=version,
        homepage=homepage,
        licenses=[{"name": site.licence, "path": licence_address(site.licence)}],
        contributors=[known(title=site.publisher.name, path=site.publisher.url, roles=["publisher"])],
        languages=list(site.languages),
        titles=texts(site.title),
        resources=[_resource(table, content) for table, content in tables.values()],
    )
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def licence_address(licence: str) -> str:
    """Where the licence with an SPDX identifier can be read."""
    return f"https://spdx.org/licenses/{licence}.html"


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "$schema": _RESOURCE_PROFILE,
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    return known(
        **{"$schema": _SCHEMA_PROFILE},
        fields=[_field(column) for column in table.columns],
        primaryKey=list(table.key),
        foreignKeys=[_foreign_key(column, table) for column in table.columns if column.refers_to],
    )


def _field(column: Column) -> dict[str, Any]:
    constraints = known(required=column.required or None, enum=list(column.words))
    return known(name=column.name, type=column.type.value, description=column.description, constraints=constraints)


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    # By the standard, a table that refers to itself names no resource.
    resource = "" if column.refers_to == table.name else column.refers_to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}
