"""Whether the references of a built site lead somewhere: files, fragments, languages, the sitemap.

An oracle beside the product's own check of its output, and independent of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from tests.built_site import BuiltSite, Link, parse_xml

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def dead_references(site: BuiltSite) -> list[str]:
    """References to a file or a fragment that is not there, as ``page: value: why``; other hosts are not asked."""
    return [f"{link.page}: {link.value}: {why}" for link in site.links() if (why := _why_dead(site, link))]


def _why_dead(site: BuiltSite, link: Link) -> str:
    if urlsplit(link.value).scheme not in {"", "http", "https"}:
        return ""
    target, fragment = urldefrag(urljoin(site.address(link.page), link.value))
    if not target.startswith(site.url):
        here = urlsplit(link.value).netloc == ""
        return "leads out of the site's folder" if here else ""
    file = site.file_at(target)
    if file is None:
        return "no such file"
    if fragment and file in site.anchors and fragment not in site.anchors[file]:
        return f"no such fragment in {file}"
    return ""


def wrong_forms(site: BuiltSite) -> list[str]:
    """References into the own site by a full path: relative ones work in any folder, and from disk.

    A page's own full address is its permanent link, to be copied and cited.
    """
    return [
        f"{link.page}: {link.value}"
        for link in site.links()
        if link.element != "link"
        and urldefrag(link.value).url != site.address(link.page)
        and (link.value.startswith(site.url) or (link.value.startswith("/") and not link.value.startswith("//")))
    ]


def alternates(site: BuiltSite, page: str) -> dict[str, str]:
    """The page's versions by language tag, as full URLs."""
    found = site.documents[page].xpath("//link[@rel='alternate'][@hreflang]")
    return {element.get("hreflang"): element.get("href") for element in found}


def canonical(site: BuiltSite, page: str) -> str | None:
    """The page's own full URL, as it says itself."""
    found = site.documents[page].xpath("//link[@rel='canonical']/@href")
    return str(found[0]) if len(found) == 1 else None


def broken_alternates(site: BuiltSite) -> Iterator[str]:
    """Pages whose version in another language is not there or does not name them in turn."""
    for page in site.documents:
        versions = alternates(site, page)
        if not versions:
            continue
        if canonical(site, page) not in versions.values():
            yield f"{page}: does not name itself"
        for language, address in versions.items():
            twin = site.file_at(address)
            if twin is None:
                yield f"{page}: {language}: {address} is not there"
            elif language != "x-default" and alternates(site, twin) != versions:
                yield f"{page}: {language}: {twin} names other versions"


def sitemap_entries(site: BuiltSite) -> dict[str, dict[str, str]]:
    """The sitemap's pages by URL, each with its versions by language tag."""
    root = parse_xml(site.output / "sitemap.xml")
    return {
        str(entry.findtext("s:loc", namespaces=SITEMAP)): {
            str(link.get("hreflang")): str(link.get("href"))
            for link in entry.findall("x:link[@rel='alternate']", namespaces=SITEMAP)
        }
        for entry in root.findall("s:url", namespaces=SITEMAP)
    }
