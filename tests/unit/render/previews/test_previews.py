"""Pictures of contacts: what they say, in which script, and that each is drawn once."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image, ImageFont

from dragoman.i18n.messages import load_messages
from dragoman.render.environment import Additions
from dragoman.render.previews import find_artist, make_key, make_previews
from dragoman.render.previews.drawing import _FONTS, draw
from dragoman.render.previews.lines import fit, shorten
from dragoman.render.previews.preview import _WRITABLE, HEIGHT, WIDTH, Preview, plan_previews
from dragoman.render.previews.speech import read_speeches
from tests.unit.render.outputs_world import ADDRESSES, AWKWARD, WORDS, make_catalog
from tests.unit.render.rendered_world import THEME, Rendered, make_theme, render_world

EVENT: dict[str, Any] = {"date": "2024-01-01"}
INK = (0x19, 0x1D, 0x21)
TITLES = {
    "az": "İlham Əliyev ABŞ Dövlət katibi ilə danışıb",
    "ru": "Телефонный разговор о положении в Карабахе",
    "hy": "Հեռախոսազրույց Երևանի և Բաքվի միջև",
    "ka": "სატელეფონო საუბარი",
    "ar": "مكالمة هاتفية بين بلينكن (Antony Blinken) وعلييف",
    "he": "שיחת טלפון",
}


def plan(event: Mapping[str, Any]) -> Mapping[str, Preview]:
    speeches = read_speeches(make_theme(), WORDS, Additions())
    return plan_previews(make_catalog({"2024-01-01-a": event}), ADDRESSES, speeches)


def find(event: Mapping[str, Any], language: str = "en") -> Preview:
    (found,) = (preview for path, preview in plan(event).items() if "2024-01-01-a" in path and path[:2] == language)
    return found


def make(title: str, language: str = "en", **changes: Any) -> Preview:
    values = {"path": "x.png", "site": "", "kicker": "", "mark": "", "sides": (), **changes}
    return Preview(title=title, language=language, **values)


def read_graph(rendered: Rendered) -> Mapping[str, str]:
    page = rendered.page("en/events/2024-01-01-a/index.html")
    return {str(meta["property"]): str(meta["content"]) for meta in page.select('meta[property^="og:"]')}


def inked(preview: Preview) -> tuple[int, int, int, int]:
    """The box of all that is not paper, without the edge at which lines begin."""
    image = Image.open(io.BytesIO(draw(preview))).convert("L").crop((30, 0, WIDTH - 30, HEIGHT))
    box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box
    return box


def test_a_picture_says_what_when_who_and_where_it_is_from_in_each_language() -> None:
    german, english = find(EVENT, "de"), find(EVENT, "en")
    assert (english.title, english.site, english.mark) == ("A call", "Trial", "")
    assert english.kicker == "Telephone call · Monday, 1 January 2024"
    assert (german.title, german.kicker) == ("Ein Anruf", "Telefonat · Montag, 1. Januar 2024")
    assert german.sides == ("Norwegen", "Österreich")
    assert english.alt == "Telephone call · Monday, 1 January 2024 | A call | Austria – Norway | Trial"


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"status": "denied"}, "Denied"),
        ({"retracted": {"date": "2024-05-01", "text": {"en": "It never was."}}}, "Retracted"),
        ({"date": "2024-01~"}, ""),
    ],
)
def test_what_is_not_as_it_seems_is_said_in_the_picture(changes: dict[str, Any], mark: str) -> None:
    assert find({**EVENT, **changes}).mark == mark


def test_a_picture_is_as_large_as_its_page_says() -> None:
    found = read_graph(render_world({"2024-01-01-a": EVENT}))
    image = Image.open(io.BytesIO(draw(find(EVENT))))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert (found["og:image:width"], found["og:image:height"]) == (str(WIDTH), str(HEIGHT))
    assert found["og:locale"] == "en_GB"
    assert found["og:locale:alternate"] == "de_DE"


def test_a_page_without_a_picture_of_its_own_shows_the_theme_s() -> None:
    found = read_graph(render_world({"2024-01-01-a": EVENT}))
    assert found["og:image"].endswith("/theme/preview.png")
    assert found["og:image:alt"] == found["og:site_name"]
    with Image.open(THEME / "static/preview.png") as image:
        assert image.size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("language", TITLES)
def test_every_script_is_written_from_where_its_lines_begin(language: str) -> None:
    preview = make(TITLES[language], language)
    assert preview.is_writable
    left, _, right, _ = inked(make(TITLES[language].split()[0], language))
    if language in {"ar", "he"}:
        assert left > WIDTH / 2 > WIDTH - 60 - right
    else:
        assert left < 100
        assert right < WIDTH - 200


def test_letters_of_arabic_are_joined_and_those_of_another_script_keep_their_order() -> None:
    font = ImageFont.truetype(_FONTS / "serif.ttf", 60, layout_engine=ImageFont.Layout.RAQM)
    apart = sum(font.getlength(letter, direction="rtl", language="ar") for letter in "مكالمة")
    assert font.getlength("مكالمة", direction="rtl", language="ar") < apart * 0.9
    # Within a line from right to left, Latin runs from left to right: the same as alone, mark by mark.
    mask = font.getmask("بين Antony", direction="rtl", language="ar")
    alone = font.getmask("Antony", direction="ltr", language="en")
    whole, word = (Image.frombytes("L", part.size, bytes(part)) for part in (mask, alone))
    assert whole.crop((0, 0, word.width // 2, 30)).getbbox() == word.crop((0, 0, word.width // 2, 30)).getbbox()


@pytest.mark.parametrize("style", ["sans", "serif"])
def test_the_fonts_have_every_letter_that_they_are_said_to_have(style: str) -> None:
    font = ImageFont.truetype(_FONTS / f"{style}.ttf", 20, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\ue000"))
    letters = [chr(point) for point in range(0x20, 0x2200) if _WRITABLE.fullmatch(chr(point))]
    assert len(letters) > 1500
    assert [hex(ord(letter)) for letter in letters if bytes(font.getmask(letter)) == missing] == []


def test_a_contact_with_letters_that_the_fonts_lack_has_no_picture() -> None:
    paths = plan({**EVENT, "title": {"en": "A call 電話", "de": "Ein Anruf"}})
    assert sorted(paths) == ["de/ereignisse/2024-01-01-a/preview.png", "de/preview.png", "en/preview.png"]
    assert not make(AWKWARD).is_writable


def test_a_title_of_the_greatest_length_fits_and_is_whole() -> None:
    for words in ("Wiedervereinigungsverhandlungen " * 4, "a " * 55, "W" * 110, "შეხვედრა " * 12):
        left, top, right, bottom = inked(make(words.strip()[:110], sides=("Austria", "Norway")))
        assert left >= 0 < top
        assert right <= WIDTH - 60
        assert bottom < HEIGHT


def measure(text: str, size: int) -> float:
    return len(text) * size


def test_lines_are_broken_evenly_in_the_largest_size_that_fits() -> None:
    block = fit("aa bb cc dd", 90, [(20, 1), (10, 2)], measure)
    assert (block.size, block.lines) == (10, ("aa bb", "cc dd"))
    assert fit("aa", 90, [(20, 1), (10, 2)], measure).size == 20


def test_what_fits_nowhere_ends_in_an_ellipsis() -> None:
    assert fit("aaa bbb ccc ddd", 70, [(10, 1)], measure).lines == ("aaa …",)
    assert fit("a" * 20, 70, [(10, 1)], measure).lines == ("aaaaaa…",)
    assert shorten("A – B – C – D", " – ", 10, len) == "A – B – …"


def test_a_picture_is_drawn_once_for_what_it_says_wherever_it_lies() -> None:
    first, moved, other = make("A"), make("A", path="y.png"), make("A", "de")
    assert make_key(first, "1") == make_key(moved, "1")
    assert len({make_key(first, "1"), make_key(first, "2"), make_key(other, "1")}) == 3


def test_the_same_picture_is_the_same_bytes() -> None:
    artist = find_artist()
    assert artist
    previews = plan(EVENT).values()
    twice = [
        {file.path: file.content for file in make_previews(previews, artist, lambda _, anew: anew())} for _ in range(2)
    ]
    assert twice[0] == twice[1]
    assert len(twice[0]) == 4


def test_the_theme_s_words_are_those_of_the_pages() -> None:
    words = {"de": load_messages("de", (THEME / "locale",))}
    (speech,) = read_speeches(make_theme(), words, Additions())
    assert speech.event_types["call"] == "Telefonat"
    assert speech.statuses["cancelled"] == "Abgesagt"
