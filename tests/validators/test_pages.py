"""What every page of the real site has, whatever its kind."""

from __future__ import annotations

import pytest

from tests.built_site import BuiltSite

POLICY = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"}


@pytest.fixture(scope="session")
def pages(real_site: BuiltSite) -> tuple[str, ...]:
    return tuple(page for page in real_site.documents if not real_site.is_redirect(page))


def test_every_page_names_its_language(real_site: BuiltSite, pages: tuple[str, ...]) -> None:
    for page in pages:
        language = real_site.documents[page].get("lang", "")
        expected = page.split("/")[0]
        assert language == expected if expected in real_site.languages else language, page


def test_every_page_has_a_title_of_its_own_and_one_heading(real_site: BuiltSite, pages: tuple[str, ...]) -> None:
    titles: dict[tuple[str, str], str] = {}
    for page in pages:
        document = real_site.documents[page]
        title = (document.findtext("head/title") or "").strip()
        assert title, page
        assert len(document.findall(".//h1")) == 1, page
        if not page.endswith("/embed/index.html"):
            twin = titles.setdefault((document.get("lang", ""), title), page)
            assert twin == page, f"{page} and {twin} share the title {title!r}"


def test_every_page_has_a_strict_policy_and_keeps_it(real_site: BuiltSite, pages: tuple[str, ...]) -> None:
    for page in pages:
        document = real_site.documents[page]
        policies = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policies) == 1, page
        assert ("wasm-unsafe-eval" in policies[0]) == bool(document.xpath("//*[@id='search']")), page
        assert {rule.strip().replace(" 'wasm-unsafe-eval'", "") for rule in policies[0].split(";")} >= POLICY, page
        assert document.xpath("//style | //@style | //script[not(@src)][not(contains(@type, 'json'))]") == [], page
        assert document.xpath("//@*[starts-with(name(), 'on')]") == [], page
