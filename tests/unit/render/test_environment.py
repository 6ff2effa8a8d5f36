"""Overriding templates, adding words to them, and what an operator is told about a faulty one."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from dragoman.errors import DragomanError
from dragoman.render.environment import Additions
from tests.unit.render.rendered_world import Rendered, make_theme, render_world

EVENTS = {"2024-02-01-call": {"date": "2024-02-01"}}
PAGE = "en/events/2024-02-01-call/index.html"


def render_with(folder: Path, *, additions: Additions | None = None, **templates: str) -> Rendered:
    """Render with the site's own templates (their names without ``.html``)."""
    for name, text in templates.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return render_world(EVENTS, theme=make_theme(overrides=[folder]), additions=additions)


def test_a_site_replaces_one_part_of_the_theme(tmp_path: Path) -> None:
    pages = render_with(tmp_path, parts__footer="<footer>Our own</footer>")
    assert pages.text(PAGE, "footer") == "Our own"
    assert pages.text(PAGE, "h1") == "A call"


def test_an_override_can_build_on_the_template_that_it_replaces(tmp_path: Path) -> None:
    text = '{% extends "!theme/event.html" %}{% block title %}Call: {{ super() }}{% endblock %}'
    title = render_with(tmp_path, event=text).text(PAGE, "title")
    assert title == "Call: A call – Trial"


def test_a_theme_builds_on_another(tmp_path: Path) -> None:
    base = make_theme()
    (tmp_path / "event.html").write_text(
        '{% extends "!dragoman/event.html" %}{% block footer %}<footer>Child</footer>{% endblock %}', encoding="utf-8"
    )
    theme = make_theme(overrides=())
    child = type(theme)(
        template_folders=(tmp_path, *base.template_folders),
        locale_folders=base.locale_folders,
        static_folder=base.static_folder,
    )
    pages = render_world(EVENTS, theme=child)
    assert pages.text(PAGE, "footer") == "Child"
    assert "Our" not in pages.text("en/index.html", "footer")


def test_a_site_adds_filters_and_functions(tmp_path: Path) -> None:
    additions = Additions(filters={"shout": str.upper}, functions={"answer": lambda: 42})
    pages = render_with(tmp_path, additions=additions, parts__footer="<footer>{{ 'a'|shout }}{{ answer() }}</footer>")
    assert pages.text(PAGE, "footer") == "A42"


def test_an_unknown_name_is_told_with_template_and_line(tmp_path: Path) -> None:
    with pytest.raises(DragomanError) as caught:
        render_with(tmp_path, parts__footer="<footer>\n{{ nothing }}</footer>")
    assert caught.value.message == f"{tmp_path}/parts/footer.html:2: 'nothing' is undefined"


def test_a_mistake_in_the_language_of_templates_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"parts/footer\.html:3: "):
        render_with(tmp_path, parts__footer="<footer>\n\n{% if %}</footer>")


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"the theme has no template parts/gone\.html"):
        render_with(tmp_path, parts__footer='{% include "parts/gone.html" %}')


def test_text_is_escaped_whatever_a_template_forgets(tmp_path: Path) -> None:
    additions = Additions(functions={"raw": "<b>"})
    pages = render_with(tmp_path, additions=additions, parts__footer="<footer>{{ raw }}</footer>")
    assert b"<footer>&lt;b&gt;</footer>" in pages.files[PAGE]


def test_a_function_of_the_site_can_ask_where_it_is_called(tmp_path: Path) -> None:
    @jinja2.pass_context
    def depth(context: jinja2.runtime.Context, word: str) -> str:
        return f"{word}: {context['root']} {context['number']}"

    part = "<footer>{% for one in (1,) %}{% set number = one %}{{ depth('root') }}{% endfor %}</footer>"
    pages = render_with(tmp_path, additions=Additions(functions={"depth": depth}), parts__footer=part)
    assert pages.text(PAGE, "footer") == "root: ../../../ 1"


def test_macros_are_called_with_all_their_arguments(tmp_path: Path) -> None:
    footer = (
        '{% macro box(title, wide=false) %}<b>{{ title }}{{ " wide" if wide else "" }}</b>{{ caller() }}{% endmacro %}'
        '<footer>{% call box("<i>", wide=true) %}inside{% endcall %}</footer>'
    )
    pages = render_with(tmp_path, parts__footer=footer)
    assert b"<footer><b>&lt;i&gt; wide</b>inside</footer>" in pages.files[PAGE]


def test_words_are_escaped_where_values_are_put_into_them(tmp_path: Path) -> None:
    words = '{{ gettext("Source %(number)s", number="<1>") }}{% trans name="<2>" %}By {{ name }}{% endtrans %}'
    footer = f"<footer>{words}</footer>"
    pages = render_with(tmp_path, parts__footer=footer)
    assert b"&lt;1&gt;" in pages.files[PAGE]
    assert b"By &lt;2&gt;" in pages.files[PAGE]


def test_a_shared_part_is_right_at_every_depth(tmp_path: Path) -> None:
    footer = '<footer>{{ shared("parts/mine.html", word="a") }}{{ shared("parts/mine.html", word="b") }}</footer>'
    mine = '<a href="{{ href("front") }}">{{ word }}</a>'
    base = '{% extends "!theme/base.html" %}{% block footer %}' + footer + "{% endblock %}"
    pages = render_with(tmp_path, base=base, parts__mine=mine)
    for path in (PAGE, "en/index.html"):
        links = pages.page(path).select("footer a")
        assert [(link["href"], link.get_text()) for link in links] == [
            ("../" * path.count("/") + "en/index.html", word) for word in "ab"
        ]
