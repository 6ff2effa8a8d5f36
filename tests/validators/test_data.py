"""The data of the real site in programs that are not ours: each must take them, and find the same in them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import bibtexparser
import icalendar
import pytest
import rispy
import vobject
from frictionless import Package
from pandas.api.types import is_datetime64_any_dtype
from pyld import jsonld

from tests.built_site import BuiltSite, richest_of_each_kind
from tests.unit.render.test_linked_data import TERMS, VOCABULARY, iter_terms, load_context


def read(site: BuiltSite, path: str) -> Any:
    return json.loads((site.output / path).read_bytes())


@pytest.fixture(scope="module")
def events(real_site: BuiltSite) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(real_site, "data/all.json")["events"]
    assert len(found) > 100
    return found


def test_the_tables_are_as_their_descriptor_says(real_site: BuiltSite, events: list[dict[str, Any]]) -> None:
    package = Package(str(real_site.output / "data/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])[:5]
    assert report.stats["warnings"] == 0
    assert package.get_resource("events").read_rows()[0]["id"] == events[0]["id"]
    for resource in package.resources:
        content = (real_site.output / "data" / str(resource.path)).read_bytes()
        assert resource.hash == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_descriptor_names_its_profile_licence_and_version(real_site: BuiltSite) -> None:
    package = read(real_site, "data/datapackage.json")
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    digest = hashlib.sha256((real_site.output / "data/all.json").read_bytes()).hexdigest()
    assert digest.startswith(package["version"])


def test_the_database_is_sound_and_has_every_event(real_site: BuiltSite, events: list[dict[str, Any]]) -> None:
    database = sqlite3.connect(f"file:{real_site.output / 'data/contacts.sqlite'}?mode=ro", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM events").fetchone() == (len(events),)
    database.close()


def read_lines(real_site: BuiltSite, word: str) -> str:
    """What the page of downloads tells its readers to run, with the files as they lie here."""
    page = real_site.documents["en/data/index.html"]
    (code,) = (str(block.text_content()) for block in page.iter("code") if word in block.text_content())
    assert real_site.address("data/") in code
    return code.replace(real_site.address("data/"), f"{real_site.output}/data/")


def test_the_command_of_datasette_on_the_page_of_downloads_serves_the_database(
    real_site: BuiltSite, events: list[dict[str, Any]]
) -> None:
    fetch, command = read_lines(real_site, "datasette").splitlines()
    assert fetch == f"curl -O {real_site.output}/data/contacts.sqlite"
    program, *arguments = command.split()
    assert program == "datasette"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = subprocess.Popen(
        (sys.executable, "-m", program, *arguments, "--port", str(port)),
        cwd=real_site.output / "data",
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert served.stderr
        assert any("Uvicorn running on" in line for line in iter(served.stderr.readline, ""))
        query = f"_shape=array&_labels=on&_size=1&event={events[0]['id']}"
        with urlopen(f"http://127.0.0.1:{port}/contacts/participants.json?{query}") as answer:
            rows = json.load(answer)
        assert rows[0]["event"]["value"] == events[0]["id"]
        with urlopen(f"http://127.0.0.1:{port}/contacts/events") as answer:
            assert answer.status == HTTPStatus.OK
    finally:
        served.terminate()
        served.communicate()


def test_the_lines_for_r_on_the_page_of_downloads_run(real_site: BuiltSite, events: list[dict[str, Any]]) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed (sudo apt install --no-install-recommends r-base-core)")
    more = "str(events$title_de[1]); cat(nrow(events), Encoding(enc2utf8(events$title_de[1])))"
    done = subprocess.run(
        (program, "--vanilla", "-e", f"{read_lines(real_site, 'read.csv')}\n{more}"),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    years = Counter(str(event["year"]) for event in events if "year" in event)
    names, counts, *_ = [line.split() for line in done.stdout.splitlines() if line.strip()]
    assert dict(zip(names, map(int, counts), strict=True)) == years
    assert str(len(events)) in done.stdout.splitlines()[-1]
    assert events[0]["title"]["de"][:40] in done.stdout


def test_the_lines_for_pandas_on_the_page_of_downloads_run(real_site: BuiltSite, events: list[dict[str, Any]]) -> None:
    *lines, last = read_lines(real_site, "pandas").splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)  # noqa: S102 - what the page tells its readers to run
    sizes = eval(last, names)  # noqa: S307 - likewise
    years = [event["year"] for event in events if "year" in event]
    assert sizes.sum() == len(years)
    assert sizes[2023] == years.count(2023)
    assert is_datetime64_any_dtype(names["events"]["day"])


def test_every_file_named_on_the_pages_for_reuse_is_there(real_site: BuiltSite) -> None:
    for language, folders in (("en", ("data", "subscribe")), ("de", ("daten", "abonnieren"))):
        for folder in folders:
            page = real_site.documents[f"{language}/{folder}/index.html"]
            addresses = [str(address) for address in page.xpath("//main//a/@href")]
            assert len(addresses) > 30
            for address in addresses:
                if address.startswith("webcal:"):
                    assert real_site.file_at(address.replace("webcal:", "https:", 1)), address
                else:
                    assert (real_site.output / language / folder / address).resolve().is_file(), address


def test_two_programs_read_every_calendar_and_see_the_same(real_site: BuiltSite) -> None:
    calendars = sorted(name for name in real_site.files if name.endswith(".ics"))
    assert len(calendars) > 100
    for name in calendars[::10]:
        content = (real_site.output / name).read_bytes()
        ours: list[Any] = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
        theirs = vobject.readOne(content.decode()).contents.get("vevent", [])
        assert [str(event["UID"]) for event in ours] == [event.uid.value for event in theirs], name
        assert [event["DTSTART"].dt for event in ours] == [event.dtstart.value for event in theirs], name
        assert not any(len(line) > 75 for line in content.split(b"\r\n")), name


def test_programs_for_literature_read_all_citations(real_site: BuiltSite, events: list[dict[str, Any]]) -> None:
    ids = [event["id"] for event in events]
    for language in real_site.languages:
        folder = real_site.output / language
        assert [item["id"] for item in json.loads((folder / "citations.csl.json").read_bytes())] == ids
        assert [item["id"] for item in rispy.loads((folder / "citations.ris").read_text("utf-8"))] == ids
        library = bibtexparser.parse_string((folder / "citations.bib").read_text("utf-8"))
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == ids


def test_a_processor_of_linked_data_knows_every_term(real_site: BuiltSite) -> None:
    seen: set[str] = set()
    for name in richest_of_each_kind(real_site):
        for script in real_site.documents[name].xpath("//script[@type='application/ld+json']/text()"):
            seen.update(iter_terms(jsonld.expand(json.loads(str(script)), {"documentLoader": load_context})))
    assert len(seen) > 40
    assert {term.removeprefix(VOCABULARY) for term in seen} <= TERMS


def test_the_dictionary_explains_every_column(real_site: BuiltSite) -> None:
    readme = (real_site.output / "data/README.md").read_text("utf-8")
    for resource in read(real_site, "data/datapackage.json")["resources"]:
        section = readme.partition(f"\n## {resource['name']}\n")[2].partition("\n## ")[0]
        explained = re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
        assert explained == [field["name"] for field in resource["schema"]["fields"]], resource["name"]


def test_an_embedding_site_gets_words_and_nothing_that_runs(real_site: BuiltSite) -> None:
    for name in sorted(real_site.files):
        if Path(name).name == "oembed.json":
            answer = read(real_site, name)
            assert (answer["version"], answer["type"]) == ("1.0", "rich")
            assert {"html", "width", "height"} <= answer.keys()
            assert not re.search(r"<(?:script|iframe|img|style)|\son\w+=", answer["html"])
