"""Another region, another subject, other languages: `init`, then ten contacts, and nothing in code or theme changes.

The people and the talks are made up.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from dragoman.cli import main
from tests.small_site import SmallSite

STATES = {
    "pe": ("Perú", "Peru"),
    "bo": ("Bolivia", "Bolivia"),
    "cl": ("Chile", "Chile"),
    "ar": ("Argentina", "Argentina"),
}
PEOPLE = {"pe": "Inés Quispe", "bo": "Marco Choque", "cl": "Rosa Huenchumil", "ar": "Julio Ferrante"}
#: Day, kind of contact, the two sides, and the status.
CONTACTS = (
    ("2019-01-14", "call", "pe", "bo", "held"),
    ("2019-02-20", "meeting", "bo", "cl", "held"),
    ("2019-03", "letter", "cl", "ar", "held"),
    ("2019-04-02", "video-call", "pe", "cl", "held"),
    ("2019-05-10/2019-05-12", "visit", "ar", "bo", "held"),
    ("2020-01-09", "call", "pe", "bo", "cancelled"),
    ("2020-02-11", "talks", "pe", "cl", "held"),
    ("2020-06-30~", "statement", "bo", "ar", "held"),
    ("2021", "other", "cl", "bo", "unconfirmed"),
    ("2021-08-05", "summit", "pe", "ar", "held"),
)


def slug(name: str) -> str:
    return name.lower().replace(" ", "-").replace("é", "e")


def write_contact(site: SmallSite, number: int) -> str:
    """Write one contact, and return its id."""
    date, kind, first, second, status = CONTACTS[number]
    known = date.split("/")[0].rstrip("~")
    event_id = f"{known}-{first}-{second}"
    first_name, second_name = PEOPLE[first], PEOPLE[second]
    text = dedent(f"""\
        date: {date}
        type: {kind}
        status: {status}
        title:
          es: {first_name} y {second_name} sobre el lago
          en: {first_name} and {second_name} on the lake
        summary:
          es: Los dos ministros hablaron del nivel del lago y de las medidas que van a tomar este año.
          en: The two ministers spoke about the level of the lake and the measures they will take this year.
        participants:
          - {{person: {slug(first_name)}}}
          - {{person: {slug(second_name)}}}
        place: unknown
        topics: [water]
        readouts:
          - id: {first}
            by: {first}-water
            kind: press-release
            source: release
            points:
              - topic: water
                text: {{es: El nivel del lago baja., en: The level of the lake is falling.}}
          - {{by: {second}-water, none_found: 2026-11-01}}
        sources:
          release: {{url: "https://water.example/{number}", publisher: {first}-water, lang: es}}
        published: 2026-11-01
        """)
    site.write({f"content/events/{known[:4]}/{event_id}.yaml": text})
    return event_id


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallSite, list[str]]:
    """A site on talks about a lake."""
    folder = tmp_path_factory.mktemp("lake") / "site"
    assert main(["init", str(folder), "--language", "es", "--language", "en", "--title", "El lago"]) == 0
    for kind in ("events", "people", "organisations", "places", "topics", "terms"):
        shutil.rmtree(folder / "content" / kind)
    (folder / "content/coverage.yaml").unlink()
    site = SmallSite(folder)
    for state, (spanish, english) in STATES.items():
        name = PEOPLE[state]
        site.write(
            {
                f"content/organisations/{state}-water.yaml": dedent(f"""\
                    name: {{es: Ministerio del Agua de {spanish}, en: Water Ministry of {english}}}
                    kind: ministry
                    parent: {state}
                    """),
                f"content/people/{slug(name)}.yaml": dedent(f"""\
                    name: {{es: {name}, en: {name}}}
                    offices:
                      - id: minister
                        of: {state}-water
                        title: {{es: Responsable del Agua de {spanish}, en: Water Minister of {english}}}
                        from: 2018
                    """),
            }
        )
    site.write({"content/topics/water.yaml": "name: {es: Agua, en: Water}\n"})
    events = [write_contact(site, number) for number in range(len(CONTACTS))]
    done = site.call("build")
    assert done.code == 0, done.stderr
    return site, events


def test_ten_contacts_of_another_region_have_their_pages_in_both_languages(lake: tuple[SmallSite, list[str]]) -> None:
    site, events = lake
    output = site.folder / "output"
    assert len(events) == len(set(events)) == 10
    for event in events:
        for language in ("es", "en"):
            assert list(output.glob(f"{language}/*/{event}/index.html")), (language, event)
    for pair in ("bo-pe", "bo-cl", "ar-pe"):
        assert list(output.glob(f"es/*/{pair}/index.html"))


def test_dates_and_states_are_written_as_the_language_does(lake: tuple[SmallSite, list[str]]) -> None:
    site, _ = lake
    [spanish] = (site.folder / "output").glob("es/*/2019-05-10-ar-bo/index.html")
    text = site.text(spanish.relative_to(site.folder / "output").as_posix())
    assert "10–12 de mayo de 2019" in text.replace("\u2009", "")
    assert "Argentina" in text and "Bolivia" in text


def test_nothing_of_the_shipped_subject_is_left(lake: tuple[SmallSite, list[str]]) -> None:
    site, _ = lake
    for path in Path(site.folder / "output").rglob("*.html"):
        page = path.read_text(encoding="utf-8").casefold()
        assert not any(word in page for word in ("aliyev", "alijew", "caucasus", "kaukasus", "karabakh")), path
