"""Templates: escaping, strictness, and that a site can replace or build on our theme (fact 5)."""

from __future__ import annotations

import pytest

from tests.small_site import EVENT, SETTINGS, SmallSite

EVENT_PAGE = "2024-02-01-moana-wirihana/index.html"


def find(site: SmallSite, end: str, language: str = "de") -> str:
    (name,) = (name for name in site.read_output() if name.startswith(f"{language}/") and name.endswith(end))
    return name


def test_what_contributors_write_is_escaped(site: SmallSite) -> None:
    site.change(EVENT, "Ministers telephone (de)", "<script>alert(1)</script> & more")
    site.build()
    page = (site.output / find(site, EVENT_PAGE)).read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_a_site_can_replace_a_template(site: SmallSite) -> None:
    site.write(
        {
            "overrides/event.html": "<title>{{ view.event.id }}</title>{{ '<i>' }}",
            "pelicanconf.py": f'{SETTINGS}THEME_TEMPLATES_OVERRIDES = ["overrides"]\n',
        }
    )
    done = site.run("dragoman", "build")  # the folder is relative to the current one, as Pelican has it
    assert done.code == 0, done.stderr
    assert (site.output / find(site, EVENT_PAGE)).read_text() == "<title>2024-02-01-moana-wirihana</title>&lt;i&gt;\n"


def test_a_theme_can_build_on_ours(site: SmallSite) -> None:
    site.write(
        {
            "mine/templates/404.html": "mine: {{ site.url }}",
            "mine/static/mine.css": "body {}",
            "pelicanconf.py": f'{SETTINGS}THEME = "mine"\n',
        }
    )
    site.build()
    assert (site.output / "404.html").read_text().startswith("mine: https://harbours.example/talks/")
    assert site.page("de/index.html").select("h1")  # by our own template
    assert (site.output / "theme/mine.css").is_file()


def test_a_site_that_names_no_theme_has_ours(site: SmallSite) -> None:
    site.build()
    before = site.read_output()
    site.change("pelicanconf.py", "THEME = dragoman.theme_path()", "")
    site.build()
    assert site.read_output() == before


def test_a_fault_in_a_template_is_named_with_its_place(site: SmallSite) -> None:
    site.write(
        {
            "overrides/event.html": "line one\n{{ view.no_such_thing }}",
            "pelicanconf.py": f'{SETTINGS}THEME_TEMPLATES_OVERRIDES = ["{site.folder}/overrides"]\n',
        }
    )
    done = site.call("build")
    assert done.code == 2
    assert "overrides/event.html:2: " in done.stderr
    assert "no_such_thing" in done.stderr


@pytest.mark.parametrize("setting", ["JINJA_FILTERS = {'shout': str.upper}", "JINJA_GLOBALS = {'shout': str.upper}"])
def test_the_sites_own_filters_and_functions_are_there(site: SmallSite, setting: str) -> None:
    use = "{{ 'hear'|shout }}" if "FILTERS" in setting else "{{ shout('hear') }}"
    site.write(
        {
            "overrides/event.html": use,
            "pelicanconf.py": f'{SETTINGS}{setting}\nTHEME_TEMPLATES_OVERRIDES = ["{site.folder}/overrides"]\n',
        }
    )
    site.build()
    assert (site.output / find(site, EVENT_PAGE)).read_text() == "HEAR\n"
