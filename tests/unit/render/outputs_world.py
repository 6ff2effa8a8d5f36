"""A small world as all its outputs: every file that is made for programs, by path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dragoman.i18n.messages import Messages, load_messages
from dragoman.model.lines import join_lines
from dragoman.model.site import Site
from dragoman.render.data.files import make_edition
from dragoman.render.html import translate_sections
from dragoman.render.outputs import make_outputs
from dragoman.render.subscriptions import Subscriptions
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from tests.unit.render.rendered_world import THEME
from tests.unit.site.world import SITE, make_world

LANGUAGES = ("de", "en")
WORDS: Mapping[str, Messages] = {language: load_messages(language, (THEME / "locale",)) for language in LANGUAGES}
ADDRESSES = Addresses(
    url="https://example.org/trial/", slugs={language: translate_sections(WORDS[language]) for language in LANGUAGES}
)
#: Text that has broken some format or other.
AWKWARD = (
    '=1+1; "quoted", it’s <b>&amp;</b> </script><!-- \\{}%$#_~^ @ a=b\n-2 مرحبا, שלום e\u0301 🕊️ 5;=cmd|x \u2028 end'
)


def make_files(catalog: Catalog) -> dict[str, bytes]:
    """All outputs of a catalog."""
    files = [*make_outputs(catalog, make_edition(catalog, ADDRESSES), ADDRESSES, WORDS)]
    files += (file for part in Subscriptions(catalog, ADDRESSES, WORDS).parts() for file in part())
    return {file.path: file.content for file in files}


def make_catalog(
    events: Mapping[str, Mapping[str, Any]], *, site: Mapping[str, Any] | None = None, **more: Any
) -> Catalog:
    """A catalog of the small world, with changes to its site."""
    catalog = make_world(events, **more)
    return replace(catalog, site=Site.model_validate({**SITE, **(site or {})}))


def read_json(files: Mapping[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def read_as_lines(value: Any) -> Any:
    """The same, but for the ends of lines in its texts: what the model makes of titles, names and quotations."""
    match value:
        case str():
            return join_lines(value)
        case Mapping():
            return {key: read_as_lines(inner) for key, inner in value.items()}
        case list():
            return [read_as_lines(inner) for inner in value]
    return value
