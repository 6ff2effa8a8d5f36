"""Reads every file of a built site as its readers do, and says what is in it that no honest site has.

What may be in a page is what is in the pages of the same site with harmless texts: these elements, with these
attributes. So nothing has to be foreseen that a browser could be made to run.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from icalendar import Calendar
from lxml import etree, html

#: What Markdown and prose may add to a page, wherever texts stand.
_MARKUP = {(tag, "") for tag in ("p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr")} | {
    ("a", "href"), ("a", "id"), ("a", "rel"), ("span", "lang"), ("span", "dir"), ("li", "lang"), ("ol", "start"),
}  # fmt: skip
_ADDRESSES = {"href", "src", "action", "cite", "data", "poster", "formaction", "srcset"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)")
_SCHEMES = {"http", "https", "mailto", "webcal"}
_RIS_LINE = re.compile(r"(?:TY|ID|AU|TI|T2|PB|PY|DA|ET|LA|UR|N1|ER|AB|KW|M1|CN|DP|RI|C1)  - .*")
_BIB_LINE = re.compile(r"  [a-z]+ = \{.*\},$|@misc\{[a-z0-9-]+,$|\}$|$")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠﹦]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_CALENDAR_NAMES = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """What a site with harmless texts has: elements with attributes, properties of calendars, tags of feeds."""

    markup: frozenset[tuple[str, str]]
    properties: frozenset[str]
    tags: frozenset[tuple[str, str]]
    shapes: frozenset[tuple[str, int]]


def learn(output: Path) -> Customs:
    """The customs of a site that nobody has tampered with."""
    pages = [html.document_fromstring(path.read_bytes()) for path in output.rglob("*.html")]
    calendars = [Calendar.from_ical(path.read_bytes()) for path in output.rglob("*.ics")]
    feeds = [etree.fromstring(path.read_bytes()) for pattern in ("*.atom", "*.xml") for path in output.rglob(pattern)]
    return Customs(
        markup=frozenset(pair for page in pages for pair in _iter_markup(page)) | _MARKUP,
        properties=frozenset(name for one in calendars for part in one.walk() for name in (part.name or "", *part)),
        tags=frozenset(pair for feed in feeds for pair in _iter_markup(feed)),
        shapes=frozenset(
            (path.name, len(next(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))))
            for path in output.rglob("*.csv")
        ),
    )


def iter_faults(output: Path, customs: Customs) -> Iterator[str]:
    """What is not as it should be, each with the path of its file."""
    for path in sorted(output.rglob("*")):
        check = _CHECKS.get(path.suffix) if path.is_file() else None
        if check:
            for fault in check(path, customs):
                yield f"{path.relative_to(output)}: {fault}"
    for name in ("_headers", "robots.txt"):
        text = (output / name).read_text(encoding="utf-8")
        if "evil" in text or "alert" in text:
            yield f"{name}: {text}"


def _iter_markup(document: etree._Element) -> Iterator[tuple[str, str]]:
    for element in document.iter():
        if isinstance(element.tag, str):
            yield element.tag, ""
            for name in element.attrib:
                yield element.tag, str(name)


def _check_page(path: Path, customs: Customs) -> Iterator[str]:
    document = html.document_fromstring(path.read_bytes())
    for pair in set(_iter_markup(document)) - customs.markup:
        yield f"markup {pair}"
    for element in document.iter():
        if not isinstance(element.tag, str):
            yield f"a comment, {str(element)[:60]}"
            continue
        for name, value in element.attrib.items():
            if name in _ADDRESSES:
                yield from _check_address(str(value), is_loaded=name in {"src", "srcset"} or element.tag == "link")
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield f"leads away to {element.get('content')}"
        if element.tag == "script" and "json" in (element.get("type") or ""):
            json.loads(element.text or "")
        elif element.tag == "script" and (element.text or not element.get("src")):
            yield f"a script: {element.text}"


def _check_address(address: str, *, is_loaded: bool) -> Iterator[str]:
    """As a browser reads it: without tabs and line ends, a backslash being a slash."""
    read = re.sub(r"[\t\n\r]", "", address).strip().replace("\\", "/")
    scheme, host = _SCHEME.match(read), _HOST.match(read)
    if scheme and scheme[1].lower() not in _SCHEMES:
        yield f"the address {address!r}"
    if is_loaded and host and host[1] != "harbours.example":
        yield f"loads {address!r}"


def _check_feed(path: Path, customs: Customs) -> Iterator[str]:
    document = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    for pair in set(_iter_markup(document)) - customs.tags:
        yield f"a tag {pair}"
    for element in document.iter("{*}link"):
        yield from _check_address(element.get("href") or "", is_loaded=False)
    for content in document.iter("{*}content", "{*}summary", "{*}title"):
        if content.get("type") == "html" and (content.text or "").strip():
            for pair in set(_iter_markup(html.fragment_fromstring(content.text or "", create_parent="div"))):
                if pair not in _MARKUP | {("div", ""), ("a", ""), ("span", ""), ("time", ""), ("time", "datetime")}:
                    yield f"markup {pair} in a feed"


def _check_calendar(path: Path, customs: Customs) -> Iterator[str]:
    content = path.read_bytes()
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        yield "a line that ends as no line of a calendar does"
    if any(len(line) > 75 for line in content.split(b"\r\n")):
        yield "a line of more than 75 bytes"
    for part in Calendar.from_ical(content).walk():
        for name in {part.name or "", *part} - customs.properties:
            yield f"the property {name}"
        if part.name not in _CALENDAR_NAMES:
            yield f"the component {part.name}"


def _check_table(path: Path, customs: Customs) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    if (path.name, len(rows[0])) not in customs.shapes:
        yield f"{len(rows[0])} columns"
    for row in rows[1:]:
        if len(row) != len(rows[0]):
            yield f"a row of {len(row)} cells"
        for cell in row:
            if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                yield f"the formula {cell[:40]!r}"


def _check_json(path: Path, customs: Customs) -> Iterator[str]:
    del customs
    json.loads(path.read_text(encoding="utf-8"))
    yield from ()


def _check_json_lines(path: Path, customs: Customs) -> Iterator[str]:
    del customs
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            json.loads(line)
    yield from ()


def _check_ris(path: Path, customs: Customs) -> Iterator[str]:
    del customs
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not _RIS_LINE.fullmatch(line):
            yield f"the line {line[:60]!r}"
    tags = [line[:2] for line in lines]
    if not tags.count("TY") == tags.count("UR") == tags.count("ER") == tags.count("ID"):
        yield "an entry with more or less than one address or end"


def _check_bibtex(path: Path, customs: Customs) -> Iterator[str]:
    """Entries whose braces pair, and whose fields each stand on a line of their own."""
    del customs
    text = path.read_text(encoding="utf-8")
    depth = 0
    for place, sign in enumerate(text):
        escaped = place > 0 and text[place - 1] == "\\"
        depth += (sign == "{") - (sign == "}") if not escaped else 0
        if depth < 0:
            yield f"a brace too many at {place}"
            return
    if depth:
        yield "a brace is missing"
    for line in text.splitlines():
        if not _BIB_LINE.match(line):
            yield f"the line {line[:60]!r}"
    if re.search(r"\\(?:input|write|include|openout|csname|catcode)", text):
        yield "a command of TeX"


def _check_database(path: Path, customs: Customs) -> Iterator[str]:
    del customs
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            yield "a damaged database"
        if database.execute("PRAGMA foreign_key_check").fetchall():
            yield "a reference that leads nowhere"
        names = {name for (name,) in database.execute("SELECT type FROM sqlite_master")}
        if names - {"table", "index", "view"}:
            yield f"{names}"
    finally:
        database.close()


_CHECKS: dict[str, Callable[[Path, Customs], Iterator[str]]] = {
    ".html": _check_page,
    ".atom": _check_feed,
    ".xml": _check_feed,
    ".ics": _check_calendar,
    ".csv": _check_table,
    ".json": _check_json,
    ".geojson": _check_json,
    ".jsonl": _check_json_lines,
    ".ris": _check_ris,
    ".bib": _check_bibtex,
    ".sqlite": _check_database,
}
