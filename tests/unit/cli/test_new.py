"""`dragoman new`: where a draft goes, what is in it, what is refused, and what is asked at a terminal."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import EVENT, TODAY, SmallSite, make_site

CALL = ("event", "--date", "2024-03-12", "--type", "call", "--participant", "caller:moana", "--participant", "wirihana")
DRAFT = "content/events/2024/2024-03-12-moana-wirihana.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return make_site(tmp_path)


def read(site: SmallSite, path: str) -> str:
    return (site.folder / path).read_text(encoding="utf-8")


def test_an_event_goes_into_the_folder_of_its_year_under_its_date_and_names(site: SmallSite) -> None:
    done = site.call("new", *CALL, "--title-de", "Anruf", "--title-en=Call", "--topic", "harbour dues")
    assert (done.code, done.stdout) == (0, f"{DRAFT}\n")
    text = read(site, DRAFT)
    for written in (
        "date: 2024-03-12\n",
        "type: call\n",
        "published: 2024-11-15T12:00+00:00\n",
        "draft: true\n",
        "title:\n  de: Anruf\n  en: Call\n",
        "participants:\n  - {person: moana, part: caller}\n  - {person: wirihana}\n",
        "topics: [harbour-dues]\n",
    ):
        assert written in text
    assert "# Bis zu 110 Zeichen, ohne Punkt am Ende.\ntitle:" in text


def test_what_is_left_open_is_all_that_check_has_to_say(site: SmallSite) -> None:
    site.call("new", *CALL)
    done = site.call("check", "--format", "json")
    rules = re.findall(r'"rule": "(.*?)"', done.stdout)
    assert done.code == 1
    assert set(rules) == {"missing-field"}
    assert re.findall(r'"path": "(.*?)"', done.stdout) == [DRAFT] * len(rules)


def test_a_draft_that_is_filled_in_passes_check(site: SmallSite) -> None:
    site.call("new", *CALL, "--title-de", "Anruf", "--title-en", "Call", "--topic", "harbour-dues",
              "--source", "https://www.gazette.example/2")  # fmt: skip
    text = read(site, DRAFT)
    summary = {"de": "Moana und Wirihana sprachen am Telefon über Hafengebühren.",
               "en": "Moana and Wirihana spoke on the telephone about harbour dues."}  # fmt: skip
    text = re.sub(r"summary:\n  de:\n  en:\n", f"summary:\n  de: {summary['de']}\n  en: {summary['en']}\n", text)
    text = re.sub(r"publisher:\n", "publisher: The Gazette\n", text)
    text = re.sub(r" lang:\n", " lang: en\n", text)
    text = re.sub(r"    title:\n|    published:\n", "", text)
    site.write({DRAFT: text})
    done = site.call("check", DRAFT)
    assert done.code == 0, done.stdout
    assert "error" not in done.stdout
    assert site.call("fmt", "--check").stdout.count(DRAFT) == 0
    assert site.call("build", "--drafts").code == 0
    assert (site.output / "en/events/2024-03-12-moana-wirihana/index.html").is_file()


@pytest.mark.parametrize("kind", ["person", "organisation", "place", "topic", "term"])
def test_every_kind_has_a_draft_that_is_laid_out(site: SmallSite, kind: str) -> None:
    done = site.call("new", kind, "--name", "Nümunə Kənd", "--name-en", "Sample: Village")
    folder = {"person": "people"}.get(kind, f"{kind}s")
    path = f"content/{folder}/sample-village.yaml"
    assert (done.code, done.stdout, done.stderr) == (0, f"{path}\n", "")
    assert 'name:\n  de: Nümunə Kənd\n  en: "Sample: Village"\n' in read(site, path)
    assert site.call("fmt", "--check", path).code == 0
    rules = set(re.findall(r'"rule": "(.*?)"', site.call("check", "--format", "json", path).stdout))
    assert rules <= {"missing-field", "missing-translation", "unused-record"}


def test_what_is_offered_can_be_taken_by_uncommenting(site: SmallSite) -> None:
    path = "content/people/jane-reef.yaml"
    site.call("new", "person", "--name", "Jane Reef", "--name-en", "Jane Reef")
    text = read(site, path)
    head, mark, offered = text.partition("\n## ")
    taken = "\n".join(re.sub("^# ?", "", line) if not line.startswith("##") else line for line in offered.split("\n"))
    site.write({path: f"{head}{mark}{taken}".replace("of: us-state", "of: nz-ports")})
    done = site.call("check", path)
    assert done.code == 0, done.stdout
    assert "aliases: […]" in read(site, path)


def test_the_same_contact_again_is_not_written_over_but_gets_another_id_offered(site: SmallSite) -> None:
    site.call("new", *CALL)
    before = read(site, DRAFT)
    done = site.call("new", *CALL, "--title-de", "Anders")
    assert done.code == 2
    assert "is there already" in done.stderr
    assert "--id 2024-03-12-moana-wirihana-2" in done.stderr
    assert read(site, DRAFT) == before
    assert site.call("new", *CALL, "--id", "2024-03-12-moana-wirihana-2").code == 0


def test_an_id_that_is_given_is_never_written_over(site: SmallSite) -> None:
    before = read(site, EVENT)
    done = site.call("new", *CALL, "--id", "2024-02-01-moana-wirihana")
    assert done.code == 2
    assert read(site, EVENT) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("event",), "--date, --type"),
        (("person",), "--name"),
        (("event", "--date", "12.03.2024", "--type", "call"), "2024-03-12"),
        (("event", "--date", "2024", "--type", "cal"), "call"),
        (("event", "--date", "2024", "--type", "call"), "--id"),
        ((*CALL, "--participant", "caler:moana"), "caller"),
        ((*CALL, "--participant", "moanna"), "moana"),
        ((*CALL, "--participant", "nobody at all"), "dragoman new person"),
        ((*CALL, "--title-fr", "Appel"), "de, en"),
        ((*CALL, "--id", "Das Treffen"), "das-treffen"),
        ((*CALL, "--id", "das-treffen"), "begins with its date"),
        (("place", "--name", "Ереван"), "--id"),
    ],
)
def test_what_cannot_be_meant_is_explained_and_nothing_is_written(
    site: SmallSite, arguments: tuple[str, ...], told: str
) -> None:
    files = sorted(site.folder.rglob("*"))
    done = site.call("new", *arguments)
    assert done.code == 2
    assert told in done.stderr
    assert sorted(site.folder.rglob("*")) == files


@pytest.mark.parametrize("site_first", [True, False])
def test_the_site_may_be_named_before_or_after_the_kind(site: SmallSite, *, site_first: bool) -> None:
    from dragoman.cli import main  # noqa: PLC0415

    where = ["--site", str(site.folder)]
    kind = ["topic", "--name", "Dues"]
    assert main(["new", *where, *kind] if site_first else ["new", *kind, *where]) == 0
    assert (site.folder / "content/topics/dues.yaml").is_file()


def converse(site: SmallSite, answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command at a terminal, and answer each question when it is asked; the exit code and all that was seen."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        (Path(sys.executable).with_name("dragoman"), "new", *arguments), cwd=site.folder, stdin=theirs, stdout=theirs,
        stderr=theirs, env={**os.environ, "SOURCE_DATE_EPOCH": TODAY, "TERM": "dumb", "NO_COLOR": "1"},
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    seen, since_answer, waiting = b"", b"", list(answers)
    while data := read_some(ours):
        seen += data
        since_answer += data
        if since_answer.endswith(b": "):
            if not waiting:
                process.kill()
                pytest.fail(f"one more question than answers: {seen.decode()}")
            os.write(ours, f"{waiting.pop(0)}\n".encode())
            since_answer = b""
    os.close(ours)
    assert not waiting, seen.decode()
    return process.wait(60), seen.decode()


def read_some(terminal: int) -> bytes:
    """What the program has written since; nothing when it has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


def test_at_a_terminal_everything_else_is_asked_for(site: SmallSite) -> None:
    answers = [
        "12.03.2024", "2024-03-12",  # the date, first in no notation of ours
        "cal", "call",
        "tide", "caller",  # a person by a part of the name
        "fiji", "1", "callee",  # several are meant; one is chosen
        "",  # no more participants
        "",  # no place
        "harbur dus", "1", "",  # a topic, misspelt
        "Anruf", "",  # the title in one language
        "", "",  # no summary
        "",  # the usual status
        "gazette.example", "https://gazette.example/9", "",  # a source, first without the beginning of its address
        "",  # the id as suggested
    ]  # fmt: skip
    code, seen = converse(site, answers, "event")
    assert code == 0, seen
    assert "write 2024-03-12" in seen
    path = next(iter(sorted((site.folder / "content/events/2024").glob("2024-03-12-*"))))
    text = path.read_text(encoding="utf-8")
    assert "  - {person: moana, part: caller}\n  - {organisation: fj, part: callee}\n" in text
    assert "topics: [harbour-dues]\n" in text
    assert "  de: Anruf\n" in text
    assert "url: https://gazette.example/9\n" in text


def test_tab_completes_by_any_name_and_what_is_only_alike_is_never_taken_unasked(site: SmallSite) -> None:
    answers = [
        "2024-03-12", "video\t",  # a kind of contact by its beginning
        "wirihana r\t", "hos\t",  # a person by two words of the name, and a part
        "moanna", "", "moanna", "1", "guest",  # the usual answer to what is only alike is: none of these
        "", "unknown", "harbour\t", "", "", "", "", "", "", "", "",
    ]  # fmt: skip
    code, seen = converse(site, answers, "event")
    assert code == 0, seen
    (path,) = (site.folder / "content/events/2024").glob("2024-03-12-*")
    text = path.read_text(encoding="utf-8")
    assert "type: video-call\n" in text
    assert "  - {person: wirihana, part: host}\n  - {person: moana, part: guest}\n" in text
    assert "place: unknown\n" in text
    assert "topics: [harbour-dues]\n" in text


def test_what_is_offered_names_what_the_contact_already_has(site: SmallSite) -> None:
    site.call("new", *CALL, "--topic", "harbour-dues", "--source", "https://www.gazette.example/2")
    offered = read(site, DRAFT).partition("readouts:")[2]
    for written in (
        "#   - id: nz\n#     by: [nz-ports]\n#     kind: press-release\n#     source: [gazette]\n",
        "#   - id: fj\n#     by: [fj-ports]\n",
        "#       - topic: harbour-dues\n",
    ):
        assert written in offered
