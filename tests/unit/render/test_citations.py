"""Citations, as programs for literature read them, and the version that they name."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import bibtexparser
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from tests.unit.render.outputs_world import AWKWARD, make_files
from tests.unit.site.world import make_world

FOLDER = "en/events/2024-01-01-a"
EVENT: dict[str, Any] = {"date": "2024-01-01", "updated": "2024-01-05"}
RETRACTED = {"date": "2024-05-01", "text": {"en": "It never took place."}}


def test_the_version_is_the_digest_of_the_record_that_anybody_can_download() -> None:
    files = make_files(make_world({"2024-01-01-a": EVENT}))
    (item,) = json.loads(files[f"{FOLDER}/citation.csl.json"])
    assert hashlib.sha256(files["data/events/2024-01-01-a.json"]).hexdigest().startswith(item["version"])
    line = files["data/all.json"].split(b'"events": [\n')[1].split(b"\n]")[0] + b"\n"
    assert hashlib.sha256(line).hexdigest().startswith(item["version"])


def test_the_version_changes_with_the_record_alone() -> None:
    def version(**changes: Any) -> str:
        other = {"2024-01-02-b": {"date": "2024-01-02"}} if changes.pop("beside", False) else {}
        files = make_files(make_world({"2024-01-01-a": {**EVENT, **changes}, **other}))
        found: str = json.loads(files[f"{FOLDER}/citation.csl.json"])[0]["version"]
        return found

    assert version() == version(beside=True) != version(title={"en": "Another"})


def test_a_style_makes_a_reference_of_it() -> None:
    files = make_files(make_world({"2024-01-01-a": EVENT}))
    source = CiteProcJSON(json.loads(files["en/citations.csl.json"]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("2024-01-01-a")]))
    (entry,) = bibliography.bibliography()
    assert "Trial" in str(entry)
    assert "A call" in str(entry)
    assert "2024" in str(entry)


def test_ris_has_a_tag_a_line() -> None:
    (found,) = rispy.loads(make_files(make_world({"2024-01-01-a": EVENT}))[f"{FOLDER}/citation.ris"].decode())
    assert (found["title"], found["secondary_title"], found["authors"]) == ("A call", "Trial", ["Trial"])
    assert (found["year"], found["date"], found["type_of_reference"]) == ("2024", "2024/01/05", "ELEC")
    assert found["urls"] == [f"https://example.org/trial/{FOLDER}/"]


def test_bibtex_keeps_every_field() -> None:
    library = bibtexparser.parse_string(
        make_files(make_world({"2024-01-01-a": EVENT}))[f"{FOLDER}/citation.bib"].decode()
    )
    assert not library.failed_blocks
    (entry,) = library.entries
    assert (entry.entry_type, entry.key, entry["date"], entry["langid"]) == ("misc", "2024-01-01-a", "2024-01-05", "en")
    assert entry["author"] == "{Trial}"


def test_no_text_can_end_its_field() -> None:
    event = {**EVENT, "title": {"en": AWKWARD[:40] + "\nER  - \nTY  - BOOK\n},\n@misc{x, title={y}}"}}
    files = make_files(make_world({"2024-01-01-a": event}))
    assert len(rispy.loads(files[f"{FOLDER}/citation.ris"].decode())) == 1
    library = bibtexparser.parse_string(files[f"{FOLDER}/citation.bib"].decode())
    assert [entry.key for entry in library.entries] == ["2024-01-01-a"]
    assert not library.failed_blocks


def test_a_retracted_contact_can_be_cited_as_such_and_is_not_in_the_bibliography() -> None:
    files = make_files(make_world({"2024-01-01-a": {**EVENT, "retracted": RETRACTED}}))
    (item,) = json.loads(files[f"{FOLDER}/citation.csl.json"])
    assert item["note"] == "retracted; EDTF 2024-01-01"
    assert item["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert json.loads(files["en/citations.csl.json"]) == []
    assert files["en/citations.bib"] == b""
