"""The theme's catalogs hold all words that its templates ask for, no others, and none that is half done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import dragoman
from dragoman.site.addresses import SECTIONS

THEME = Path(dragoman.theme_path())
CATALOGS = sorted(THEME.glob("locale/*/LC_MESSAGES/dragoman.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")
Key = tuple[str | None, str]


@pytest.fixture(scope="module")
def wanted() -> dict[Key, tuple[str, ...]]:
    """The messages of the templates: context and text → all forms of the text."""
    keywords = {**DEFAULT_KEYWORDS, "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
    found = extract_from_dir(
        THEME / "templates", method_map=[("**.html", "jinja2")], options_map={"**.html": {"silent": "false"}},
        keywords=keywords,
    )  # fmt: skip
    messages: dict[Key, tuple[str, ...]] = {}
    for _, _, message, _, context in found:
        forms = message if isinstance(message, tuple) else (message,)
        messages.setdefault((context, forms[0]), forms)
    return messages


def read_catalog(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), locale=path.parts[-3])


def iter_translations(path: Path) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Every message of a catalog but its header, with all forms of its translation."""
    for message in read_catalog(path):
        if message.id:
            string = message.string or ""
            yield message, (string,) if isinstance(string, str) else tuple(string)


def test_there_are_catalogs() -> None:
    assert {path.parts[-3] for path in CATALOGS} >= {"de", "ar"}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_a_catalog_is_complete_and_current(path: Path, wanted: dict[Key, tuple[str, ...]]) -> None:
    catalog = read_catalog(path)
    held = {(message.context, message.id if isinstance(message.id, str) else message.id[0]) for message in catalog}
    held.discard((None, ""))
    assert set(wanted) - held == set(), "not translated yet"
    assert held - set(wanted) == set(), "no template asks for these any more"
    assert not catalog.obsolete
    assert not [message.id for message in catalog if message.id and message.fuzzy]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_every_form_is_filled_in_and_has_its_placeholders(path: Path) -> None:
    number = read_catalog(path).num_plurals
    for message, forms in iter_translations(path):
        assert all(form.strip() for form in forms), message.id
        assert len(forms) == (number if message.pluralizable else 1), message.id
        plural = message.id if isinstance(message.id, str) else message.id[-1]
        expected = set(PLACEHOLDER.findall(plural))
        for form in forms:
            found = set(PLACEHOLDER.findall(form))
            # A form for one, or for none, may say so in words.
            assert found == expected or (message.pluralizable and found < expected), form
            assert "%" not in PLACEHOLDER.sub("", form), form
        assert not message.pluralizable or set(PLACEHOLDER.findall(forms[-1])) == expected


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_sections_have_addresses_of_their_own(path: Path) -> None:
    catalog = read_catalog(path)
    slugs = [str(catalog.get(section, context="section").string) for section in SECTIONS]  # type: ignore[union-attr]
    assert len(set(slugs)) == len(SECTIONS)
    assert all(re.fullmatch(r"[a-z][a-z-]*", slug) for slug in slugs)


def test_german_is_typeset_as_german_is() -> None:
    for _, forms in iter_translations(THEME / "locale/de/LC_MESSAGES/dragoman.po"):
        for form in forms:
            assert '"' not in form, form
            assert "'" not in form, form
            assert form.count("„") == form.count("“"), form
