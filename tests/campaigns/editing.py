"""Sites built after each of many edits: they are what a clean build of the same files is, to the byte."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

from tests.campaigns.builds import quick_builds
from tests.small_site import EVENT, SmallSite, localized, make_event, make_files, make_site, read_tree

Edit = Callable[[SmallSite, int], None]

_LANGUAGES = ("de", "en")
_PEOPLE = ("moana", "wirihana")
_FORGOTTEN = [
    f"{kind}/{name}{number}"
    for number in range(200)
    for kind, name in (("events", "2024-05-02-extra-"), ("people", "extra-"), ("topics", "extra-"))
]


def _number(text: str) -> Callable[[int], str]:
    return lambda number: localized(_LANGUAGES, f"{text} {number}")


def _replace_line(site: SmallSite, name: str, field: str, value: str) -> None:
    """Give a field at the left margin of a file another value, or add it."""
    path = site.folder / name
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(f"{field}:")]
    site.write({name: "\n".join([*lines, f"{field}: {value}", ""])})


def change_title(site: SmallSite, number: int) -> None:
    _replace_line(site, EVENT, "title", _number("Ministers telephone, call")(number))


def change_summary(site: SmallSite, number: int) -> None:
    _replace_line(
        site, EVENT, "summary", _number("Two ministers telephoned: *harbour dues*, berths, cranes, tugs")(number)
    )


def change_type(site: SmallSite, number: int) -> None:
    _replace_line(site, EVENT, "type", ("call", "video-call", "letter")[number % 3])


def change_status(site: SmallSite, number: int) -> None:
    _replace_line(site, EVENT, "status", ("held", "denied", "unconfirmed")[number % 3])


def add_a_topic_to_an_event(site: SmallSite, number: int) -> None:
    add_topic(site, number)
    _replace_line(site, EVENT, "topics", f"[harbour-dues, extra-{number}]")


def take_topics_from_an_event(site: SmallSite, _number: int) -> None:
    _replace_line(site, EVENT, "topics", "[harbour-dues]")


def correct_an_event(site: SmallSite, number: int) -> None:
    _replace_line(
        site,
        EVENT,
        "corrections",
        f"[{{date: 2024-02-04, text: {localized(_LANGUAGES, f'Berths, corrected {number}')}}}]",
    )


def retract_an_event(site: SmallSite, number: int) -> None:
    _replace_line(
        site, EVENT, "retracted", f"{{date: 2024-02-05, text: {localized(_LANGUAGES, f'Invented {number}')}}}"
    )


def restore_an_event(site: SmallSite, _number: int) -> None:
    site.write({EVENT: make_event(_LANGUAGES)})


def add_event(site: SmallSite, number: int) -> None:
    event = make_event(_LANGUAGES, date="2024-05-02", more=f'time: "{8 + number % 12:02}:{number % 60:02} Etc/UTC"\n')
    site.write(
        {
            f"content/events/2024/2024-05-02-extra-{number}.yaml": event.replace(
                "Ministers telephone", f"Extra call {number}"
            )
        }
    )


def remove_events(site: SmallSite, _number: int) -> None:
    for path in site.folder.glob("content/events/2024/*-extra-*.yaml"):
        path.unlink()


def rename_an_event(site: SmallSite, number: int) -> None:
    add_event(site, number)
    old = site.folder / f"content/events/2024/2024-05-02-extra-{number}.yaml"
    new = old.with_name(f"2024-05-02-extra-{number + 100}.yaml")
    new.write_text(f"{old.read_text(encoding='utf-8')}former_ids: [{old.stem}]\n", encoding="utf-8")
    old.unlink()


def add_draft(site: SmallSite, number: int) -> None:
    add_event(site, number)
    _replace_line(site, f"content/events/2024/2024-05-02-extra-{number}.yaml", "draft", "true")


def change_a_name(site: SmallSite, number: int) -> None:
    _replace_line(site, f"content/people/{_PEOPLE[number % 2]}.yaml", "name", _number("Tide")(number))


def add_person(site: SmallSite, number: int) -> None:
    site.write({f"content/people/extra-{number}.yaml": f"name: {localized(_LANGUAGES, f'Extra Person {number}')}\n"})


def remove_people(site: SmallSite, _number: int) -> None:
    for path in site.folder.glob("content/people/extra-*.yaml"):
        path.unlink()


def change_an_organisation(site: SmallSite, number: int) -> None:
    _replace_line(site, "content/organisations/nz-ports.yaml", "name", _number("Ports")(number))


def add_topic(site: SmallSite, number: int) -> None:
    site.write({f"content/topics/extra-{number}.yaml": f"name: {localized(_LANGUAGES, f'Extra topic {number}')}\n"})


def change_a_topic(site: SmallSite, number: int) -> None:
    _replace_line(site, "content/topics/harbour-dues.yaml", "name", _number("Harbour dues")(number))


def change_prose(site: SmallSite, number: int) -> None:
    site.write({"content/pages/about.de.md": f"Title: About\nSlug: about\n\nProse, *changed* {number}.\n"})


def add_prose(site: SmallSite, number: int) -> None:
    site.write({"content/pages/more.en.md": f"Title: More {number}\nSlug: more-{number % 3}\n\nMore of it.\n"})


def remove_prose(site: SmallSite, _number: int) -> None:
    (site.folder / "content/pages/more.en.md").unlink(missing_ok=True)


def change_the_site(site: SmallSite, number: int) -> None:
    _replace_line(site, "content/site.yaml", "title", _number("Harbour talks")(number))


def change_languages(site: SmallSite, number: int) -> None:
    _replace_line(site, "content/site.yaml", "languages", ("[de, en]", "[en, de]", "[de, en, fr]")[number % 3])


def change_the_theme(site: SmallSite, number: int) -> None:
    site.write({"overrides/404.html": f"mine {number}"})


def touch_everything(site: SmallSite, _number: int) -> None:
    for path in site.folder.glob("content/**/*.yaml"):
        path.write_bytes(path.read_bytes())


def damage_the_output(site: SmallSite, number: int) -> None:
    pages = sorted(site.output.rglob("*.html"))
    if pages:
        pages[number % len(pages)].unlink()
        pages[-1 - number % len(pages)].write_text("damaged", encoding="utf-8")


def delete_the_output(site: SmallSite, _number: int) -> None:
    shutil.rmtree(site.output, ignore_errors=True)


def delete_the_shadow(site: SmallSite, _number: int) -> None:
    shutil.rmtree(site.folder / ".output.next", ignore_errors=True)


EDITS: Sequence[Edit] = (
    change_title,
    change_summary,
    change_type,
    change_status,
    add_a_topic_to_an_event,
    take_topics_from_an_event,
    correct_an_event,
    retract_an_event,
    restore_an_event,
    add_event,
    remove_events,
    rename_an_event,
    add_draft,
    change_a_name,
    add_person,
    remove_people,
    change_an_organisation,
    add_topic,
    change_a_topic,
    change_prose,
    add_prose,
    remove_prose,
    change_the_site,
    change_languages,
    change_the_theme,
    touch_everything,
    damage_the_output,
    delete_the_output,
    delete_the_shadow,
)


def edit_one_by_one(folder: Path, edits: Sequence[Edit], *, every: int = 1) -> int:
    """Make each edit once, with a build after each, and compare after ``every`` so many; how many were made."""
    with quick_builds():
        site = _start(folder / "edited")
        for number, edit in enumerate(edits):
            edit(site, number)
            _build(site)
            if (number + 1) % every == 0:
                _compare(site, folder / "clean", edits[: number + 1])
    return len(edits)


def edit_in_sequences(folder: Path, count: int, seed: int = 0, longest: int = 5) -> int:
    """Make random sequences of edits of one site, with a build after each edit, and compare after each sequence."""
    chance = random.Random(seed)
    made = 0
    with quick_builds():
        site = _start(folder / "edited")
        for _ in range(count):
            sequence = chance.choices(EDITS, k=chance.randint(1, longest))
            for edit in sequence:
                edit(site, chance.randrange(100))
                _build(site)
            made += len(sequence)
            _compare(site, folder / "clean", sequence)
    return made


def _start(folder: Path) -> SmallSite:
    files = make_files(_LANGUAGES)
    settings = f'DRAGOMAN = {{"forgotten_ids": {_FORGOTTEN}}}\nTHEME_TEMPLATES_OVERRIDES = ["overrides"]'
    files["pelicanconf.py"] = files["pelicanconf.py"].replace("DRAGOMAN = {}", settings)
    site = make_site(folder, files | {"overrides/404.html": "mine"})
    _build(site)
    return site


def _build(site: SmallSite, *, remembering: bool = True) -> None:
    with mock.patch.dict(os.environ, {"DRAGOMAN_CACHE": str(site.folder / "cache") if remembering else ""}):
        done = site.call("build")
    assert done.code == 0, done


def _compare(site: SmallSite, clean: Path, sequence: Sequence[Edit]) -> None:
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(site.folder, clean, ignore=shutil.ignore_patterns("output", ".output.next", "cache"))
    twin = SmallSite(clean)
    _build(twin, remembering=False)
    ours, theirs = read_tree(site.output), read_tree(twin.output)
    differing = [path for path in sorted({*ours, *theirs}) if ours.get(path) != theirs.get(path)]
    assert not differing, (differing, [edit.__name__ for edit in sequence])
