"""Pages stay small where there is much: 300 contacts of two people in two months, each with two accounts."""

from __future__ import annotations

import re

import pytest

from dragoman.site.views import EmbedView, EventView
from tests.unit.render.rendered_world import Rendered, render_world
from tests.unit.site.world import account, say

KB = 1000
SENTENCE = "The minister said that the weather had been discussed at length and would be discussed again before long."


@pytest.fixture(scope="module")
def much() -> Rendered:
    points = [say("weather", f"{SENTENCE} {number}") for number in range(4)]
    event = {"readouts": [account("no-mfa", *points), account("at-mfa", *points)]}
    days = [f"{2022 + number % 2}-03-{number // 2 % 28 + 1:02}" for number in range(300)]
    return render_world(
        {f"{day}-{number:03}": {"date": day, **event} for number, day in enumerate(days)},
        wanted=lambda page: page.language == "en" and not isinstance(page.view, EventView | EmbedView),
    )


def test_no_page_grows_with_the_site(much: Rendered) -> None:
    sizes = {path: len(content) for path, content in much.files.items()}
    assert sizes["en/index.html"] < 60 * KB
    assert {path: size for path, size in sizes.items() if size > 100 * KB} == {}
    # All that is long has been cut, and not too finely.
    for pattern in ("2022/03/2", "people/kari/2022/2", "topics/weather/2022/2", "comparisons/2022/2"):
        assert sizes[f"en/{pattern}/index.html"] > 20 * KB, pattern


def test_every_part_leads_to_the_others_and_says_which_it_is(much: Rendered) -> None:
    second = much.page("en/2022/03/2/index.html")
    assert second.title is not None and second.title.string is not None
    found = re.match(r"March 2022, page 2 of (\d)", str(second.title.string))
    assert found
    links = second.select(".year-pages a")
    assert len(links) == int(found[1])
    assert [link.get("aria-current") for link in links][:2] == [None, "page"]
    assert str(links[0]["href"]).endswith("en/2022/03/index.html")


def test_a_long_topic_leads_to_what_was_said_in_each_year(much: Rendered) -> None:
    topic = much.page("en/topics/weather/index.html")
    assert [link.get_text() for link in topic.select("#said ~ nav a")] == ["2023", "2022"]
    assert len(topic.select(".voice > li")) == 60
    assert "newest statements" in much.text("en/topics/weather/index.html", ".note")
