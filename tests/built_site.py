"""A site that was built, as its readers' programs see it: files below a folder, addresses below a URL.

Knows HTML, links and nothing of Dragoman: what it reads was written by the program under test.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import yaml
from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference from one page: the element's name, the attribute, the value as written."""

    page: str
    element: str
    attribute: str
    value: str


@dataclass(frozen=True, kw_only=True)
class BuiltSite:
    """An output folder and the URL, ending in ``/``, under which it is to be published.

    Pages are named by their path below the folder, with ``/``: ``de/index.html``.
    """

    output: Path
    url: str
    languages: tuple[str, ...]

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """All files by their path below the folder."""
        return frozenset(path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file())

    @functools.cached_property
    def documents(self) -> dict[str, lxml.html.HtmlElement]:
        """The parsed pages by path, sorted."""
        return {name: self._parse(name) for name in sorted(self.files) if name.endswith(".html")}

    @functools.cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """What a fragment may name on each page."""
        return {
            name: frozenset(element.get("id", "") for element in document.iter() if element.get("id"))
            for name, document in self.documents.items()
        }

    @property
    def prefix(self) -> str:
        """The path of the site's URL: ``/south-caucasus/``."""
        return urlsplit(self.url).path

    def address(self, page: str) -> str:
        """The full URL of a page: ``de/index.html`` is published as ``…/de/``."""
        return urljoin(self.url, page.removesuffix("index.html") if Path(page).name == "index.html" else page)

    def file_at(self, address: str) -> str | None:
        """The file that a plain static host serves for a full URL of this site; None where it has none."""
        path, _ = urldefrag(address)
        if not path.startswith(self.url):
            return None
        name = unquote(path.removeprefix(self.url).partition("?")[0])
        if name == "" or name.endswith("/"):
            name += "index.html"
        return name if name in self.files else None

    def is_redirect(self, page: str) -> bool:
        """Whether a page only sends its visitor to another."""
        return any(meta.get("http-equiv", "").lower() == "refresh" for meta in self.documents[page].iter("meta"))

    def links(self) -> Iterator[Link]:
        """Every reference of every page."""
        for page, document in self.documents.items():
            for element, attribute, value, _ in document.iterlinks():
                if attribute is not None:
                    yield Link(page=page, element=str(element.tag), attribute=attribute, value=value)

    def _parse(self, name: str) -> lxml.html.HtmlElement:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring((self.output / name).read_bytes(), parser=parser)


def find_built_site(folder: Path, output: Path | None = None) -> BuiltSite:
    """The site of a folder with ``content/site.yaml``, built into ``output/`` or another folder."""
    settings = yaml.safe_load((folder / "content/site.yaml").read_text(encoding="utf-8"))
    return BuiltSite(output=output or folder / "output", url=settings["url"], languages=tuple(settings["languages"]))


def richest_of_each_kind(site: BuiltSite) -> tuple[str, ...]:
    """A page of each kind and language: the largest of those that share their language, section and depth.

    ``de/personen/a/index.html`` and ``de/personen/b/index.html`` are of one kind; so are all years, and all months.
    """
    kinds: dict[tuple[str, ...], str] = {}
    for page in sorted(site.documents, key=lambda page: (site.output / page).stat().st_size):
        *folders, file = page.split("/")
        section = ["year" if folder.isdigit() else folder for folder in folders[1:2]]
        kinds[(*folders[:1], *section, str(len(folders)), "embed" if folders[-1:] == ["embed"] else file)] = page
    return tuple(sorted(kinds.values()))


def parse_xml(path: Path) -> etree._Element:
    """A well-formed XML file's root; nothing is fetched or expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(path.read_bytes(), parser=parser)


def listed(findings: Iterable[str]) -> str:
    """Findings as a failed test shows them: a line each, the first fifty."""
    lines = list(findings)
    return "\n".join(["", *lines[:50], *([f"… and {len(lines) - 50} more"] if len(lines) > 50 else [])])
