"""Pages of prose: where they lie, and that a stranger's page can do no harm (fact 6)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.pictures import make_png
from tests.small_site import SETTINGS, SmallSite, read_tree

PAGE = "content/pages/about.de.md"


def test_a_page_lies_below_its_language_and_is_linked_from_others(site: SmallSite) -> None:
    site.write({"content/pages/method.de.md": "Title: Method\n\nSee [about]({filename}about.de.md#top).\n"})
    site.build()
    page = site.page("de/method/index.html")
    assert [link["href"] for link in page.select("main a")] == ["../../de/about/index.html#top"]
    assert "About the talks" in site.text("de/index.html")


def test_translations_are_found_by_the_files_names(site: SmallSite) -> None:
    site.write({"content/pages/about.en.md": "Title: About, in English\nSlug: about-us\n\nProse.\n"})
    site.build()
    (link,) = site.page("de/about/index.html").select('link[hreflang="en"]')
    assert link["href"] == "https://harbours.example/talks/en/about-us/"


def test_a_draft_page_is_built_only_on_request(site: SmallSite) -> None:
    site.write({"content/pages/later.de.md": "Title: Later\nStatus: draft\n\nText.\n"})
    site.build()
    assert not (site.output / "de/later").exists()
    site.build("--drafts")
    assert (site.output / "de/later/index.html").is_file()


def test_media_are_published_as_they_are(site: SmallSite) -> None:
    picture = make_png(20, 10)
    site.write({"content/media/2024/dock.png": picture})
    site.write({PAGE: "Title: About\nSlug: about\n\n![The dock]({static}/media/2024/dock.png)\n"})
    site.build()
    assert (site.output / "media/2024/dock.png").read_bytes() == picture
    (image,) = site.page("de/about/index.html").select("main img")
    assert image["src"] == "../../media/2024/dock.png"


def test_html_in_a_page_cannot_run_anything(site: SmallSite) -> None:
    site.write(
        {
            PAGE: "Title: <b>Bold</b> & bare\nSlug: about\n\n"
            "<script>alert(1)</script>\n\n<p onclick='x()'>text <img src='https://spy.example/x.png' alt='spy'></p>\n\n"
            "[link](javascript:alert(1))\n"
        }
    )
    site.build()
    page = site.page("de/about/index.html")
    assert not page.select("main script, main [onclick], main img, main [href^=javascript]")
    (heading,) = page.select("h1")
    assert heading.get_text(strip=True) == "<b>Bold</b> & bare"


@pytest.mark.parametrize(
    "header",
    [
        "Slug: ../output-evil/y",
        "Slug: ../../evil",
        "Slug: /evil",
        "Save_as: ../output-evil/y.html",
        "Save_as: .htaccess",
        "Save_as: de/page.php",
        "Lang: ../../evil",
        "Lang: fr",
        "Template: ../../../../etc/passwd",
        "Template: event",
        "Slug: one\nSlug: two\nTitle: twice",
        "Date: nonsense",
        "Status: nonsense",
    ],
)
def test_a_page_cannot_choose_where_or_by_what_it_is_written(site: SmallSite, tmp_path: Path, header: str) -> None:
    site.write({"content/pages/evil.md": f"Title: Evil\n{header}\n\nText.\n"})
    before = set(read_tree(tmp_path))
    done = site.call("build")
    assert done.code == 1
    assert "content/pages/evil.md:" in done.stderr
    assert set(read_tree(tmp_path)) == before


@pytest.mark.parametrize(
    "link",
    [
        "{attach}../../secret.txt",
        "{static}/../secret.txt",
        "{attach}%2e%2e/%2e%2e/secret.txt",
        "{static}////etc/hostname",
        "{attach}../events/2024/2024-02-01-moana-wirihana.yaml",
        "{filename}../../pelicanconf.py",
        "{static}/media/missing.png",
        "{filename}missing.de.md",
    ],
)
def test_a_page_cannot_publish_files_from_elsewhere_nor_link_to_none(site: SmallSite, link: str) -> None:
    site.write({"secret.txt": "s3cret", "content/pages/evil.de.md": f"Title: Evil\n\nText.\n\nA [link]({link}).\n"})
    done = site.call("build")
    assert done.code == 1
    assert "content/pages/evil.de.md:5:" in done.stderr
    assert not site.output.exists()


def test_symbolic_links_and_pipes_are_refused_before_anything_is_read(site: SmallSite) -> None:
    site.write({"secret.md": "Title: Secret\n\ns3cret\n"})
    (site.folder / "content/pages/secret.de.md").symlink_to(site.folder / "secret.md")
    (site.folder / "content/media").mkdir()
    (site.folder / "content/media/outside").symlink_to(site.folder)
    os.mkfifo(site.folder / "content/pages/pipe.md")
    done = site.run("dragoman", "build")
    assert done.code == 1
    for name in ("pages/secret.de.md", "media/outside", "pages/pipe.md"):
        assert f"content/{name}:1:1: error: " in done.stderr
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"Title: Odd\n\nBell \x07 rings.\n", "3:6"), (b"Title: Odd\n\nLatin \xfc one.\n", "3:7"), (b"T\x00", "1:2")],
)
def test_a_page_that_cannot_be_read_is_found_at_its_place_by_check_as_well(
    site: SmallSite, content: bytes, place: str
) -> None:
    site.write({"content/pages/odd.de.md": content})
    for command in ("check", "build"):
        done = site.call(command)
        assert done.code == 1
        assert f"content/pages/odd.de.md:{place}: error: " in done.stdout + done.stderr


def test_ways_of_writing_that_could_include_other_files_are_refused(site: SmallSite) -> None:
    site.write({"content/pages/evil.rst": "Evil\n####\n\n.. include:: /etc/hostname\n"})
    done = site.call("build")
    assert done.code == 1
    assert "content/pages/evil.rst:1:1: error: prose is Markdown" in done.stderr


def test_pelicans_caches_are_never_read(site: SmallSite) -> None:
    with (site.folder / "pelicanconf.py").open("a") as settings:
        settings.write('CACHE_CONTENT = True\nLOAD_CONTENT_CACHE = True\nCACHE_PATH = "content/pages"\n')
    site.write({"content/pages/PagesGenerator-Readers": b"\x80\x04cos\nsystem\n"})
    done = site.call("build")
    assert "PagesGenerator-Readers" not in "".join(site.read_output())
    assert (site.folder / "content/pages/PagesGenerator-Readers").read_bytes() == b"\x80\x04cos\nsystem\n"
    assert done.code == 0, done.stderr


def test_two_pages_at_one_address_are_refused(site: SmallSite) -> None:
    site.write({"content/pages/clash.de.md": "Title: Clash\nSlug: 2024\n\nText.\n"})
    done = site.call("build")
    assert done.code == 2
    assert "de/2024/index.html" in done.stderr


def test_a_site_may_set_its_own_addresses_for_prose(site: SmallSite) -> None:
    own = 'PAGE_SAVE_AS = "{lang}/more/{slug}/index.html"\nPAGE_URL = "{lang}/more/{slug}/"\n'
    site.write({"pelicanconf.py": SETTINGS + own})
    site.build()
    assert (site.output / "de/more/about/index.html").is_file()


def test_an_owner_may_trust_the_prose(site: SmallSite) -> None:
    site.write({PAGE: "Title: About\nSlug: about\n\n<p class='own' onclick='x()'>text</p>\n"})
    site.build()
    assert not site.page("de/about/index.html").select("main .own")
    site.write({"pelicanconf.py": SETTINGS + 'DRAGOMAN = {"trusted_prose": True}\n'})
    site.build()
    assert site.page("de/about/index.html").select_one("main .own")


def test_a_site_cannot_change_how_the_names_of_prose_are_read(site: SmallSite) -> None:
    site.write({"pelicanconf.py": SETTINGS + 'FILENAME_METADATA = r"(?P<slug>.*)"\n'})
    site.write({"content/pages/more.en.md": "Title: More\nSlug: more\n\nText.\n"})
    site.build()
    assert (site.output / "en/more/index.html").is_file()
