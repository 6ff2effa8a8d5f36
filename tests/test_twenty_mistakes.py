"""Twenty mistakes of an ordinary contributor, German or English, and what is said to each: where, what, what to do."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dragoman.content.collecting import read_records
from dragoman.content.files import load_folder
from tests.mistake import Mistake

SITE = Path(__file__).parent / "rules" / "site"
TODAY = dt.date(2026, 11, 24)

CALL = "content/events/2023/2023-09-26-baker-hasanov.yaml"
MEETING = "content/events/2023/2023-09-meeting.yaml"
KATE = "content/people/kate-baker.yaml"
BAKU = "content/places/baku.yaml"
AID = "content/topics/aid.yaml"


MISTAKES = (
    Mistake(
        what="a headline with a colon",
        path=CALL,
        right="  en: Baker calls Hasanov",
        wrong="  en: Pentagon: Baker calls Hasanov",
        place="7:15",
        caret=":",
        rule="yaml-syntax",
        message="a text with a colon needs quotes",
        hint='write en: "…" with the text in double quotes',
    ),
    Mistake(
        what="a headline that begins with a quotation",
        path=CALL,
        right="  de: Baker ruft Hasanov an",
        wrong='  de: "Unteilbare Sicherheit": Baker ruft Hasanov an',
        place="6:30",
        caret=":",
        rule="yaml-syntax",
        message="something follows the closing quotation mark",
        hint="put the whole text between the quotation marks; write a quotation mark inside it as „…“ or “…”",
    ),
    Mistake(
        what="a closing quotation mark forgotten",
        path=MEETING,
        right="    ref: A newspaper, 2 October 2023",
        wrong='    ref: "A newspaper, 2 October 2023',
        place="15:10",
        caret='"',
        rule="yaml-syntax",
        message="this quotation mark is never closed",
        hint="add the closing mark at the end of the text",
    ),
    Mistake(
        what="the tab key used to indent",
        path=CALL,
        right="  - {person: kate-baker, part: caller}",
        wrong="\t- {person: kate-baker, part: caller}",
        place="12:1",
        caret="\t",
        rule="yaml-syntax",
        message="a tab stands here, and YAML is written with spaces",
        hint="indent with two spaces per level; most editors can be set to do so with the tab key",
    ),
    Mistake(
        what="a line moved by one column",
        path=CALL,
        right="    publisher: us-defense",
        wrong="     publisher: us-defense",
        place="34:6",
        caret="p",
        rule="yaml-syntax",
        message="this line is indented more deeply than the field it belongs beside",
        hint="give it the same indentation as the line above, or quote the text above if it goes on here",
    ),
    Mistake(
        what="a field copied and not removed",
        path=AID,
        right="broader: ceasefire",
        wrong="broader: ceasefire\nname: {de: Beistand, en: Assistance}",
        place="4:1",
        caret="name",
        rule="duplicate-key",
        message='the field "name" is here twice',
        hint="keep one of them, and remove the other",
    ),
    Mistake(
        what="the date as Germans write it",
        path=CALL,
        right="date: 2023-09-26",
        wrong="date: 26.9.2023",
        place="1:7",
        caret="26.9.2023",
        rule="bad-date",
        message='"26.9.2023" is not a date',
        hint="write 2023-09-26",
    ),
    Mistake(
        what="the date as Britons write it",
        path=KATE,
        right="    from: 2021-01-22",
        wrong="    from: 22 January 2021",
        place="6:11",
        caret="22 January 2021",
        rule="bad-date",
        message='"22 January 2021" is not a date',
        hint="write 2021-01-22",
    ),
    Mistake(
        what="a day that does not exist",
        path=KATE,
        right="    to: 2024-12-31",
        wrong="    to: 2024-11-31",
        place="7:9",
        caret="2024-11-31",
        rule="impossible-date",
        message='there is no date "2024-11-31": 2024-11 has 30 days',
        hint="look the date up again in the source",
    ),
    Mistake(
        what="a time without its zone",
        path=CALL,
        right='time: "17:00 Asia/Baku"',
        wrong="time: 17:00",
        place="2:7",
        caret="17:00",
        rule="bad-zone",
        message='the time "17:00" has no zone',
        hint="Asia/Baku",
    ),
    Mistake(
        what="the German name of a field",
        path=CALL,
        right="topics: [ceasefire]",
        wrong="topics: [ceasefire]\nort: baku",
        place="15:1",
        caret="ort",
        rule="unknown-field",
        message='there is no field "ort" here',
        hint="did you mean “place”?",
    ),
    Mistake(
        what="a kind of contact in one's own words",
        path=CALL,
        right="type: call",
        wrong="type: phone call",
        place="3:7",
        caret="phone call",
        rule="unknown-value",
        message='"phone call" is not a value of "type"',
        hint="did you mean “call”?",
    ),
    Mistake(
        what="a title in one language only, without saying which",
        path=MEETING,
        right="title: {de: Treffen im September, en: Meeting in September}",
        wrong="title: Treffen im September",
        place="4:8",
        caret="Treffen im September",
        rule="wrong-type",
        message="a text for each language is expected here, not a text",
        hint="write title: {de: …, en: …}, or each language on a line below it",
    ),
    Mistake(
        what="the text in the site's first language forgotten",
        path=CALL,
        right="        text: {de: Die Waffenruhe müsse halten., en: The ceasefire had to hold.}",
        wrong="        text: {en: The ceasefire had to hold.}",
        place="24:9",
        caret="text",
        rule="missing-default-text",
        message='text is missing in "de", the site’s first language; it is there only in en',
        hint="add de: with the text",
    ),
    Mistake(
        what="a source without its publisher",
        path=MEETING,
        right="    publisher: A newspaper\n",
        wrong="",
        place="15:5",
        caret="ref",
        rule="missing-field",
        message='a source needs "publisher"',
        hint="write publisher: ",
    ),
    Mistake(
        what="a person by name in place of the file's",
        path=CALL,
        right="  - {person: zakir-hasanov, part: callee}",
        wrong="  - {person: Zakir Hasanow, part: callee}",
        place="13:14",
        caret="Zakir Hasanow",
        rule="unknown-reference",
        message='there is no person "Zakir Hasanow"',
        hint='did you mean "zakir-hasanov"?',
    ),
    Mistake(
        what="a state by its name",
        path=BAKU,
        right="in: az",
        wrong="in: Azerbaijan",
        place="5:5",
        caret="Azerbaijan",
        rule="unknown-reference",
        message='there is no organisation "Azerbaijan"',
        hint='did you mean "az"?',
    ),
    Mistake(
        what="a source that was renamed further down",
        path=CALL,
        right="    source: us-defense",
        wrong="    source: us-defence",
        place="19:13",
        caret="us-defence",
        rule="unknown-reference",
        message='this event has no source "us-defence"',
        hint='did you mean "us-defense"?',
    ),
    Mistake(
        what="an address without its beginning",
        path="content/organisations/us-defense.yaml",
        right="website: https://example.gov/",
        wrong="website: www.example.gov",
        place="4:10",
        caret="www.example.gov",
        rule="bad-url",
        message="an address begins with https://",
        hint="write https://www.example.gov",
    ),
    Mistake(
        what="somebody who was no longer in office",
        path=KATE,
        right="    to: 2024-12-31",
        wrong="    to: 2023-08-31",
        place="12:14",
        caret="kate-baker",
        rule="no-office-then",
        message="kate-baker held no office on 2023-09-26",
        hint="the nearest is “secretary” (2021-01-22 to 2023-08-31)",
    ),
)


def test_there_are_twenty() -> None:
    assert len(MISTAKES) == 20


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_explained_at_its_place(mistake: Mistake, tmp_path: Path) -> None:
    site = Path(shutil.copytree(SITE, tmp_path / "site"))
    text = (site / mistake.path).read_text(encoding="utf-8")
    assert text.count(mistake.right) == 1
    (site / mistake.path).write_text(text.replace(mistake.right, mistake.wrong), encoding="utf-8")

    finding, *others = read_records(load_folder(site / "content"), today=TODAY).diagnostics

    place = finding.location
    assert f"{place.line}:{place.column}" == mistake.place
    assert finding.source_line[place.column - 1 : place.end_column - 1] == mistake.caret
    assert (finding.rule, finding.message) == (mistake.rule, mistake.message)
    assert mistake.hint in finding.hint
    assert all(other.rule == finding.rule for other in others)
    assert place.path == mistake.path or finding.rule == "no-office-then"
