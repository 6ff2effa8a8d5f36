"""Broken and hostile files, all in one site: each has a finding of its own or reads right, and nothing stops the rest.

What is said about them is harmless for whoever reads it: a terminal, and the logs of hosts that act on lines.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from dragoman.content.checking import read_content
from dragoman.diagnostics import Diagnostic, Severity
from tests.hostile.files import READS_RIGHT, HostileFile, read_files
from tests.hostile.hostile_site import STRINGS, TODAY
from tests.hostile.strings import quote
from tests.small_site import SmallSite, make_site

FILES = read_files()
#: What a terminal acts on, and what shows a line as something that it is not.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
#: How a line begins that GitHub or GitLab take for a command.
_COMMAND = re.compile(r"::(?!error |warning |notice )|##\[|section_(?:start|end)")
#: What we say to GitHub, about a file of this site and none that a text names.
_ANNOTATION = re.compile(
    r"::(?:error|warning) file=[^,:]*content/[a-z]+/[^,:/]+(?:/[^,:/]+)?,line=\d+,endLine=\d+,col=\d+"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A small site with all of the files."""
    made = make_site(tmp_path_factory.mktemp("broken"))
    made.write({f"content/{file.path}": file.content for file in FILES})
    return made


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A small site in which every hostile text is a name and a field, so that messages have it in them."""
    made = make_site(tmp_path_factory.mktemp("texts"))
    for number, hostile in enumerate(STRINGS):
        text = quote(hostile.text)
        made.write({f"content/topics/text-{number}.yaml": f"name: {{de: {text}, en: {text}}}\n{text}: {text}\n"})
    return made


@pytest.fixture(scope="module")
def errors(site: SmallSite) -> dict[str, list[Diagnostic]]:
    found = defaultdict(list)
    for finding in read_content(site.folder / "content", TODAY)[1]:
        if finding.severity is Severity.ERROR:
            found[finding.location.path].append(finding)
    return found


def test_there_are_more_than_150_files() -> None:
    assert len(FILES) == len({file.path for file in FILES}) > 150


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.note)
def test_a_file_is_refused_at_its_place_or_reads_right(file: HostileFile, errors: dict[str, list[Diagnostic]]) -> None:
    folder = f"content/{file.path.partition('/')[0]}"
    found = errors.get(f"content/{file.path}") or (errors.get(folder, []) if file.path.startswith("other/") else [])
    if file.expected == READS_RIGHT:
        assert found == []
    else:
        assert file.expected in {finding.rule for finding in found}
        assert all(finding.hint for finding in found)


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "sarif", "json"])
def test_what_is_said_is_harmless(texts: SmallSite, form: str) -> None:
    done = texts.call("check", "--format", form)
    assert done.code == 1
    for said in (done.stdout, done.stderr):
        assert not _HARMFUL.search(said)
        assert not [line for line in said.splitlines() if _COMMAND.match(line.lstrip())]
    if form == "github":
        assert all(_ANNOTATION.match(line) for line in said_by_us(done.stdout))
    elif form != "text":
        json.loads(done.stdout)


def said_by_us(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("::")]


def test_no_file_stops_the_program_and_none_makes_it_talk_without_end(site: SmallSite) -> None:
    done = site.run("dragoman", "check")
    assert done.code == 1
    assert "Traceback" not in done.stderr
    assert not _HARMFUL.search(done.stdout + done.stderr)
    assert len(done.stdout.encode()) < 1_000_000


def test_a_page_of_any_text_has_findings_and_no_more(tmp_path: Path) -> None:
    """Prose is where texts of several lines and of every letter stand as they are written."""
    made = make_site(tmp_path)
    for number, hostile in enumerate(STRINGS):
        made.write({f"content/pages/text-{number}.en.md": f"Title: {number}\n\n{hostile.text}\n"})
    for finding in read_content(made.folder / "content", TODAY)[1]:
        assert finding.severity is not Severity.ERROR or finding.location.line > 1 or finding.rule == "too-large"
