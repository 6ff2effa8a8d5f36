"""Catalogs: which entry wins, what stands in for a missing one, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from dragoman.errors import DragomanError
from dragoman.i18n.messages import load_messages, source_messages

WriteCatalog = Callable[[str, str, str], Path]

SECTIONS = """
msgctxt "section"
msgid "events"
msgstr "ereignisse"

msgid "events"
msgstr "Ereignisse"
"""


def test_a_context_tells_equal_words_apart(write_catalog: WriteCatalog) -> None:
    words = load_messages("de", [write_catalog("theme", "de", SECTIONS)])
    assert words.pgettext("section", "events") == "ereignisse"
    assert words.gettext("events") == "Ereignisse"


def test_without_a_catalog_the_words_are_english(tmp_path: Path) -> None:
    words = load_messages("de", [tmp_path])
    assert words.pgettext("section", "events") == "events"
    assert [words.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2)] == ["%(n)s day", "%(n)s days"]
    assert words.npgettext("c", "one", "many", 2) == "many"


def test_a_later_folder_overrides_entry_by_entry(write_catalog: WriteCatalog) -> None:
    theme = write_catalog("theme", "de", SECTIONS)
    site = write_catalog("site", "de", 'msgid "events"\nmsgstr "Kontakte"\n')
    words = load_messages("de", [theme, site])
    assert words.gettext("events") == "Kontakte"
    assert words.pgettext("section", "events") == "ereignisse"


def test_the_language_goes_before_its_parent_and_the_parent_before_english(write_catalog: WriteCatalog) -> None:
    theme = write_catalog("theme", "pt", 'msgid "bus"\nmsgstr "autocarro"\n\nmsgid "people"\nmsgstr "pessoas"\n')
    write_catalog("theme", "pt_BR", 'msgid "bus"\nmsgstr "ônibus"\n')
    words = load_messages("pt-BR", [theme])
    assert [words.gettext(text) for text in ("bus", "people", "places")] == ["ônibus", "pessoas", "places"]


def test_plural_forms_are_those_of_the_file_an_entry_comes_from(write_catalog: WriteCatalog) -> None:
    theme = write_catalog("theme", "pt", 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "dia"\nmsgstr[1] "dias"\n')
    words = load_messages("pt", [theme])
    assert [words.ngettext("day", "days", n) for n in (0, 1, 2)] == ["dia", "dia", "dias"]


def test_fuzzy_and_half_empty_entries_count_as_missing(write_catalog: WriteCatalog) -> None:
    theme = write_catalog(
        "theme",
        "de",
        '#, fuzzy\nmsgid "people"\nmsgstr "Leute"\n\nmsgid "places"\nmsgstr ""\n\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "Tag"\nmsgstr[1] ""\n\nmsgid "topics"\nmsgstr "Themen"\n',
    )
    words = load_messages("de", [theme])
    wanted = [(None, "people"), (None, "places"), (None, "day"), (None, "topics"), ("section", "topics")]
    assert words.find_missing(wanted) == (*wanted[:3], wanted[4])
    assert [words.ngettext("day", "days", n) for n in (1, 2)] == ["day", "days"]


def test_english_is_never_missing() -> None:
    assert source_messages("en-GB").find_missing([(None, "people")]) == ()
    assert source_messages("de").find_missing([(None, "people")]) == ((None, "people"),)


def test_a_broken_catalog_is_the_operators_to_mend(write_catalog: WriteCatalog) -> None:
    theme = write_catalog("theme", "de", 'msgid "a"\nnonsense\n')
    with pytest.raises(DragomanError, match=r"dragoman\.po: not a readable catalog"):
        load_messages("de", [theme])


def test_templates_find_their_words(write_catalog: WriteCatalog) -> None:
    theme = write_catalog(
        "theme",
        "de",
        'msgid "%(num)s event"\nmsgid_plural "%(num)s events"\nmsgstr[0] "%(num)s E"\nmsgstr[1] "%(num)s Es"\n',
    )
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    words = load_messages("de", [theme])
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    template = environment.from_string(
        "{{ ngettext('%(num)s event', '%(num)s events', 2) }} {{ pgettext('section', 'x') }}"
    )
    assert template.render() == "2 Es x"
