"""Sites in other languages than this repository's own: nothing in the program may know how many there are, or which."""

from __future__ import annotations

from pathlib import Path

from tests.small_site import SmallSite, make_files, make_site

CALL = "2024-02-01-moana-wirihana/index.html"


def find_event_page(site: SmallSite, language: str) -> str:
    (found,) = (name for name in site.read_output() if name.startswith(f"{language}/") and name.endswith(CALL))
    return found


def test_each_language_has_the_same_pages(three_languages: SmallSite) -> None:
    names = [name for name in three_languages.read_output() if name.endswith(".html")]
    counts = {language: sum(name.startswith(f"{language}/") for name in names) for language in ("en", "ar", "de")}
    # The one page of prose is in the default language only.
    assert counts["en"] - 1 == counts["ar"] == counts["de"] > 10


def test_a_page_says_its_language_and_direction(three_languages: SmallSite) -> None:
    roots = {language: three_languages.page(f"{language}/index.html").html for language in ("en", "ar", "de")}
    assert {language: (root["lang"], root.get("dir", "ltr")) for language, root in roots.items() if root} == {
        "en": ("en", "ltr"),
        "ar": ("ar", "rtl"),
        "de": ("de", "ltr"),
    }


def test_a_missing_text_is_shown_in_the_default_language_and_marked_as_such(three_languages: SmallSite) -> None:
    page = three_languages.page(find_event_page(three_languages, "ar"))
    (heading,) = page.select("h1")
    assert "Ministers telephone (en)" in heading.get_text()
    (marked,) = heading.select('[lang="en"]')
    assert marked["dir"] in {"ltr", "auto"}


def test_a_text_that_exists_is_shown_in_the_pages_own_language(three_languages: SmallSite) -> None:
    assert "Ministers telephone (de)" in three_languages.text(find_event_page(three_languages, "de"))
    assert "Moana Tide (ar)" in three_languages.text(find_event_page(three_languages, "ar"))


def test_every_page_names_its_counterparts(three_languages: SmallSite) -> None:
    page = three_languages.page(find_event_page(three_languages, "de"))
    links = page.select('link[rel="alternate"][hreflang]')
    assert {link["hreflang"] for link in links} == {"en", "ar", "de", "x-default"}
    assert all(str(link["href"]).startswith("https://harbours.example/talks/") for link in links)


def test_the_first_language_is_the_default(three_languages: SmallSite) -> None:
    page = three_languages.page(find_event_page(three_languages, "de"))
    (neutral,) = page.select('link[hreflang="x-default"]')
    assert "/talks/en/" in neutral["href"]


def test_languages_nobody_has_translated_the_interface_into_are_built_in_english_words(tmp_path: Path) -> None:
    site = make_site(tmp_path, make_files(("mi", "pt-BR")))
    site.build()
    assert site.page("mi/index.html").select("html[lang=mi]")
    assert site.page("pt-BR/index.html").select("html[lang=pt-BR]")
    assert (site.output / "mi/events/2024-02-01-moana-wirihana/index.html").is_file()
