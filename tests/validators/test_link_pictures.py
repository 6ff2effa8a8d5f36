"""What a social network sees of the real site's pages: Open Graph, with a picture that is there and said in words."""

from __future__ import annotations

from PIL import Image

from tests.built_site import BuiltSite


def read_open_graph(site: BuiltSite, page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in site.documents[page].xpath("//head/meta[starts-with(@property, 'og:')]"):
        found.setdefault(str(meta.get("property")), []).append(str(meta.get("content")))
    return found


def test_every_page_that_can_be_shared_names_what_it_is_and_a_picture(real_site: BuiltSite) -> None:
    shared, pictures = 0, set()
    for page, document in real_site.documents.items():
        found = read_open_graph(real_site, page)
        if not found or not document.xpath("//link[@rel='canonical']"):
            continue
        shared += 1
        assert found["og:url"] == [real_site.address(page)], page
        assert {"og:title", "og:type", "og:description", "og:site_name", "og:image:alt"} <= found.keys(), page
        assert all(found["og:image:alt"]), page
        locale, *others = [*found["og:locale"], *found.get("og:locale:alternate", [])]
        assert locale.startswith(page.split("/", 1)[0] + "_"), page
        assert locale not in others, page
        (picture,) = found["og:image"]
        name = real_site.file_at(picture)
        assert name, picture
        pictures.add(name)
    assert shared > 400
    for name in sorted(pictures)[::20]:
        with Image.open(real_site.output / name) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), name
        assert (real_site.output / name).stat().st_size < 60_000, name


def test_every_contact_of_the_real_site_has_its_own_picture_in_every_language(real_site: BuiltSite) -> None:
    events = [page for page, found in real_site.documents.items() if found.xpath("//body[@class='event']")]
    assert len(events) > 200
    for page in events:
        (picture,) = read_open_graph(real_site, page)["og:image"]
        assert picture == real_site.address(page) + "preview.png"
        title = str(real_site.documents[page].xpath("string(//h1)"))
        assert title in read_open_graph(real_site, page)["og:image:alt"][0].replace("\u00a0", " "), page
