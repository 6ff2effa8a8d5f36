"""Real records, damaged in thousands of ways: each is taken and makes a sound site, or is refused at its place.

A record's file is changed by bytes, lines, words or branches of what it says; the rest of the site stays as it is.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import yaml
from bs4 import BeautifulSoup
from lxml import etree

import dragoman
from dragoman.build import link_site, plan_site, render_site
from dragoman.content.checking import read_content
from dragoman.errors import ContentError
from dragoman.model.facts import BuildFacts
from dragoman.render.theme import ThemePaths
from tests.campaigns.builds import quick_builds
from tests.tools.programs import CHECKOUT

MOST = 2.0  # seconds that a file may compute
TODAY = datetime(2026, 11, 1, 12, tzinfo=UTC)
EVENTS = ("2023-09-21-putin-aliyev", "2023-09-19-blinken-aliyev", "2022-02-04-video-conference")

_WORD = re.compile(rb"[\w.:/+-]+|[^\w\s]")
_STRANGE = (
    *("", "null", "~", "true", "no", "[]", "{}", "[[[[", "}", "- ", ": ", "&a", "*a", "!!python/object:os.system"),
    *("<<", "|", ">", "%YAML 1.1", "---", "...", "\t", "\0", "\ufeff", "\u202e", "\u2028", "\u0085", "9" * 400),
    *("0x10", "-0", "1e999", "2023-02-30", "2023-09-26/..", "[2023..]", "..", "XXXX-13", "PT99999999M", "http://["),
    *("javascript:alert(1)", "{{ 7*7 }}", "<script>", "](", "**" * 40, "[" * 60, "en-GB-x", "az", "de", "\udcff"),
)
_VALUES: Sequence[Any] = (
    "",
    "x",
    "az",
    "2023-09-26",
    "1",
    [],
    {},
    ["x"],
    {"de": "x"},
    {"x": {"x": ["x"]}},
    [[["x"]]],
    "x" * 20_000,
)


def _encode(word: str) -> bytes:
    return word.encode("utf-8", "surrogateescape")  # which makes bytes that are no UTF-8


def mutate_bytes(content: bytes, chance: random.Random) -> bytes:
    """Change, insert, take away or repeat a few bytes, or cut the file off."""
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.choice((1, 1, 2, 7, 60)))
    match chance.randrange(5):
        case 0:
            return content[:start] + bytes(chance.randrange(256) for _ in range(end - start)) + content[end:]
        case 1:
            return content[:start] + content[end:]
        case 2:
            return content[:end] + content[start:end] * chance.choice((1, 1, 30)) + content[end:]
        case 3:
            return content[:start]
        case _:
            return content[:start] + _encode(chance.choice(_STRANGE)) + content[start:]


def mutate_lines(content: bytes, chance: random.Random) -> bytes:
    """Take away, repeat, exchange, indent or join lines."""
    lines = content.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[first]
        case 1:
            lines.insert(second, lines[first])
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case 3:
            lines[first] = b" " * chance.randrange(1, 5) + lines[first]
        case 4:
            lines[first] = lines[first].lstrip()
        case _:
            lines[first : first + 2] = [b"".join(lines[first : first + 2])]
    return b"\n".join(lines)


def mutate_words(content: bytes, chance: random.Random) -> bytes:
    """Put another word of the file, or a strange one, in a word's place."""
    words = list(_WORD.finditer(content))
    place = chance.choice(words)
    new = chance.choice(words)[0] if chance.random() < 0.5 else _encode(chance.choice(_STRANGE))
    return content[: place.start()] + new + content[place.end() :]


def mutate_branches(content: bytes, chance: random.Random) -> bytes:
    """Take away, repeat, rename or replace a branch of what the file says, and write all of it anew."""
    tree = yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - which makes texts only
    inner = list(_iter_inner(tree))
    for _ in range(chance.choice((1, 1, 1, 3))):
        branch = chance.choice(inner)
        keys = list(branch) if isinstance(branch, dict) else list(range(len(branch)))
        if not keys:
            continue
        key = chance.choice(keys)
        match chance.randrange(4):
            case 0:
                branch[key] = chance.choice(_VALUES)
            case 1:
                del branch[key]
            case 2:
                branch[key] = chance.choice(inner)
                if _is_endless(tree):
                    branch[key] = "x"
            case _ if isinstance(branch, dict):
                branch[chance.choice(("x", "de", "id", "person", "text", ""))] = branch.pop(key)
            case _:
                branch.append(branch[key])
    return yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False).encode()


MUTATIONS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    mutate_bytes,
    mutate_lines,
    mutate_words,
    mutate_branches,
)


def try_mutants(folder: Path, count: int, *, seed: int = 0, whole: int = 40) -> Counter[str]:
    """Try so many; how many were refused, taken and rendered. Of those taken, one in ``whole`` is made a whole site."""
    chance = random.Random(seed)
    content = folder / "content"
    files = copy_some_content(content)
    outcome: Counter[str] = Counter()
    with quick_builds():
        for number in range(count):
            path, mutate = chance.choice(files), chance.choice(MUTATIONS)
            original = path.read_bytes()
            mutant = mutate(original, chance)
            (folder / "mutant").write_bytes(mutant)  # to be looked at, should it break something
            path.write_bytes(mutant)
            outcome[try_content(content, is_whole=number % whole == 0)] += 1
            path.write_bytes(original)
    return outcome


def copy_some_content(content: Path) -> list[Path]:
    """Copy some events of the real site and all that they name into a folder; the files that may be changed."""
    real = CHECKOUT / "content"
    known = {path.stem: path for path in real.rglob("*.yaml") if path.parent.name != "events"}
    pending, taken = [*EVENTS, "site"], set[str]()
    while pending:
        name = pending.pop()
        if name in taken or name not in known:
            continue
        taken.add(name)
        words = re.findall(r"[a-z0-9-]+", known[name].read_text(encoding="utf-8"))
        pending += [word for word in words if word in known and "events" not in known[word].parts]
    for name in taken:
        target = content / known[name].relative_to(real)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(known[name], target)
    return sorted(content.rglob("*.yaml"))


def try_content(content: Path, *, is_whole: bool) -> str:
    """Check a content folder and, if it is sound, make pages of it; what became of it. Fails if it must not be."""
    with _computing_at_most(MOST):
        reading, findings = read_content(content, TODAY.date())
        del reading
    for finding in findings:
        _check_finding(finding, content)
    if findings.has_errors:
        return "refused"
    try:
        site = link_site(content, BuildFacts(now=TODAY))
    except ContentError as error:
        assert error.diagnostics.has_errors
        return "refused"
    planned = plan_site(site, _THEME, releases=content.parent / "releases")
    if not is_whole:
        return "taken"
    for file in render_site(planned):
        check_file(file.path, file.content)
    return "rendered"


def check_file(path: str, content: bytes) -> None:
    """Fail unless a published file is well-formed by the measure of its kind."""
    match Path(path).suffix:
        case ".html":
            page = BeautifulSoup(content.decode(), "lxml")
            assert page.html is not None
            assert not page.find("script", src=False, type=lambda kind: kind != "application/ld+json"), path
            for data in page.find_all("script", type="application/ld+json"):
                json.loads(data.string or "")
        case ".xml" | ".atom" | ".svg":
            etree.fromstring(content)
        case ".json" | ".jsonld" | ".geojson":
            json.loads(content)
        case ".ics":
            icalendar.Calendar.from_ical(content.decode())
        case _:
            pass


def _check_finding(finding: Any, content: Path) -> None:
    place = finding.location
    assert finding.message
    assert place.line >= 1, finding
    assert place.column >= 1, finding
    path = content.parent / place.path
    assert path.is_file(), finding
    assert place.line <= len(re.split(rb"\r\n|\r|\n|\x85|\xe2\x80[\xa8\xa9]", path.read_bytes())) + 1, finding


@contextmanager
def _computing_at_most(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: object) -> None:
        raise AssertionError(f"a file computes for more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    began = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    assert time.process_time() - began <= seconds


def _iter_inner(tree: Any) -> Iterator[Any]:
    if isinstance(tree, dict | list):
        yield tree
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from _iter_inner(child)


def _is_endless(tree: Any) -> bool:
    try:
        json.dumps(tree)
    except (ValueError, RecursionError):
        return True
    return False


class _Plain(yaml.CSafeDumper):
    """Writes a branch that stands twice twice, without an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


_BASE = Path(dragoman.theme_path())
_THEME = ThemePaths(
    template_folders=(_BASE / "templates",),
    locale_folders=(_BASE / "locale",),
    static_folder=_BASE / "static",
    override_folders=(),
)
