"""PO files: what is written is what comes back, also from translators' own tools."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.content.files import Kind
from dragoman.errors import DragomanError
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.model.translations import Judged, Standing, Translatable
from dragoman.translating.entries import Entry
from dragoman.translating.po import Catalogue, Offer, read_po, write_po
from tests.tools.programs import GETTEXT, need_program


def make_entry(
    original: str,
    translation: str | None,
    standing: Standing,
    *,
    name: str = "title",
    kind: type[Localized] = Localized,
) -> Entry:
    texts = {"de": original} | ({} if translation is None else {"en": translation})
    text = Translatable(name=name, path=(name,), value=kind.of(texts))
    judged = Judged(text=text, language="en", from_="de", standing=standing)
    return Entry(kind=Kind.EVENT, id="2024-a", path="content/events/2024/2024-a.yaml", judged=judged)


def export(*entries: Entry, earlier: dict[str, str] | None = None) -> str:
    return write_po(entries, earlier or {}, site="example.org,2026", language="en", default="de")


def read(text: str | bytes) -> Catalogue:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.po"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_po(path)


ENTRIES = (
    make_entry("Ein „Anruf“", "A call", Standing.CURRENT),
    make_entry("Neu\n\n- *eins*\n", "Old\n", Standing.STALE, name="summary", kind=Markdown),
    make_entry("Fehlt", None, Standing.MISSING, name="readouts.az.1", kind=InlineMarkdown),
)
EARLIER = {"event/2024-a:summary": "Alt\n"}


def test_a_file_says_for_which_site_and_language_it_is_and_what_each_text_is() -> None:
    po = polib.pofile(export(*ENTRIES, earlier=EARLIER))
    assert po.metadata["X-Dragoman-Site"] == "example.org,2026"
    assert (po.metadata["Language"], po.metadata["X-Source-Language"]) == ("en", "de")
    title, summary, point = po
    assert (title.msgctxt, title.msgid, title.msgstr) == ("event/2024-a:title", "Ein „Anruf“", "A call")
    assert not title.fuzzy
    assert summary.fuzzy
    assert (summary.previous_msgid, summary.msgid, summary.msgstr) == ("Alt\n", "Neu\n\n- *eins*\n", "Old\n")
    assert "Markdown" in summary.comment
    assert (point.msgctxt, point.msgstr) == ("event/2024-a:readouts.az.1", "")


def test_the_same_texts_give_the_same_file() -> None:
    assert export(*ENTRIES, earlier=EARLIER) == export(*ENTRIES, earlier=EARLIER)


def test_fuzzy_obsolete_and_empty_entries_offer_nothing() -> None:
    text = export(*ENTRIES) + '\n#~ msgctxt "event/2024-a:gone"\n#~ msgid "weg"\n#~ msgstr "gone"\n'
    assert read(text) == Catalogue(
        site="example.org,2026",
        language="en",
        offers=(
            Offer(key="event/2024-a:title", original="Ein „Anruf“", translation="A call"),
            Offer(key="event/2024-a:summary", original="Neu\n\n- *eins*\n", translation=""),
            Offer(key="event/2024-a:readouts.az.1", original="Fehlt", translation=""),
        ),
    )


@pytest.mark.parametrize("text", ["nonsense", 'msgid "a"\nmsgstr "b"\n', "", 'msgid ""\nmsgstr "Language: en\\n"\n'])
def test_what_is_no_export_of_ours_is_refused(text: str) -> None:
    with pytest.raises(DragomanError, match="PO file"):
        read(text)


def test_a_language_with_a_country_is_spelt_as_gettext_does_and_read_back() -> None:
    text = write_po((), {}, site="example.org,2026", language="en-GB", default="de")
    assert '"Language: en_GB\\n"' in text
    assert read(text).language == "en-GB"


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@settings(max_examples=60)
@given(TEXT, TEXT, TEXT)
def test_a_round_trip_loses_nothing(original: str, translation: str, before: str) -> None:
    entries = (
        make_entry(original, translation, Standing.CURRENT),
        make_entry(original, translation, Standing.STALE, name="summary"),
    )
    text = export(*entries, earlier={"event/2024-a:summary": before})
    assert read(text).offers == (
        Offer(key="event/2024-a:title", original=original, translation=translation),
        Offer(key="event/2024-a:summary", original=original, translation=""),
    )


def test_another_encoding_and_a_byte_order_mark_are_understood() -> None:
    text = export(make_entry("Gruß", "Höflich", Standing.CURRENT))
    latin = text.replace("charset=UTF-8", "charset=ISO-8859-1").encode("latin-1")
    assert read(latin) == read(text) == read(b"\xef\xbb\xbf" + text.encode())


def run_tool(*command: str, given: str) -> str:
    need_program(GETTEXT)
    done = subprocess.run([*command], input=given.encode(), capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize(
    "command",
    [
        ("msgcat", "--no-wrap", "-"),
        ("msgcat", "--sort-output", "--width=40", "-"),
        ("msgconv", "--to-code=UTF-8", "-"),
        ("msgattrib", "-"),
    ],
)
def test_a_file_comes_back_from_gettexts_own_tools_whole(command: tuple[str, ...]) -> None:
    text = export(*ENTRIES, earlier=EARLIER)
    there, back = read(text), read(run_tool(*command, given=text))
    assert (back.site, back.language) == (there.site, there.language)
    assert sorted(back.offers, key=lambda offer: offer.key) == sorted(there.offers, key=lambda offer: offer.key)


def test_gettext_finds_no_fault(tmp_path: Path) -> None:
    run_tool("msgfmt", "--check-format", "--check-domain", "-o", str(tmp_path / "a.mo"), "-", given=export(*ENTRIES))


def test_what_a_translator_confirms_is_offered() -> None:
    text = run_tool("msgattrib", "--clear-fuzzy", "--clear-previous", "-", given=export(*ENTRIES, earlier=EARLIER))
    assert read(text).offers[1] == Offer(key="event/2024-a:summary", original="Neu\n\n- *eins*\n", translation="Old\n")


def test_merging_with_a_newer_export_keeps_translations(tmp_path: Path) -> None:
    old, new = tmp_path / "old.po", tmp_path / "new.po"
    old.write_text(export(make_entry("Fehlt", "Missing", Standing.CURRENT)))
    new.write_text(export(make_entry("Fehlt", None, Standing.MISSING), *ENTRIES[1:]))
    text = run_tool("msgmerge", "--quiet", str(old), str(new), given="")
    assert read(text).offers[0] == Offer(key="event/2024-a:title", original="Fehlt", translation="Missing")
