"""Where a page of prose may lead within the site: to other prose and to media, and out of neither."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

#: Folders of content whose files a page may link to, and so publish.
LINKED_FOLDERS = ("pages", "media")
#: How Pelican marks a link within the site; it knows other words than these three, which lead to pages we do not make.
_MARKED = re.compile(
    r"(?:\]\(\s{0,9}<?|\]:\s{0,9}<?|=\s{0,9}[\"']?)[{|](?P<what>\w{1,20})[|}](?P<to>[^\s\"'<>()\[\]]*)"
)
_TO_SOURCE = re.compile(r"\]\(\s{0,9}<?(?P<to>[^\s:\"'<>()\[\]{}|]+\.(?:md|markdown|mkd|mdown))(?=[#)>\s])")
_CODE = re.compile(r"```[^`]*```|~~~[^~]*~~~|`[^`\n]*`")
_WORDS = frozenset({"filename", "static", "attach"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLink:
    """A link that leads nowhere, or where it may not: its place in the text, the rule it breaks, and what to do."""

    start: int
    end: int
    rule: str
    message: str
    hint: str


def check_links(text: str, folder: str, content: Path) -> Iterator[BadLink]:
    """The bad links of a page that lies in ``folder``, relative to the content."""
    prose = _CODE.sub(lambda found: " " * len(found[0]), text)
    for found in _TO_SOURCE.finditer(prose):
        start, end = found.span("to")
        message = f'readers have no file "{found["to"]}"'
        yield BadLink(
            start=start, end=end, rule="missing-file", message=message, hint=f"write {{filename}}{found['to']}"
        )
    for found in _MARKED.finditer(prose):
        start, end = found.start("what") - 1, found.end("to")
        if found["what"] not in _WORDS:
            message = f"no link can begin with {{{found['what']}}}"
            hint = "write {filename} before another page, {static} before a file in content/media"
            yield BadLink(start=start, end=end, rule="unknown-value", message=message, hint=hint)
            continue
        problem = find_problem(html.unescape(found["to"]), folder, content)
        if problem:
            yield BadLink(start=start, end=end, rule=problem[0], message=problem[1], hint=problem[2])


def find_problem(link: str, folder: str, content: Path) -> tuple[str, str, str] | None:
    """The rule that a link breaks, a message and a hint; None for one that leads to a file it may lead to."""
    link = link.partition("#")[0]
    path = _resolve(link, folder)
    if not is_linkable(path):
        message = f'"{link}" leads out of content/{" and content/".join(LINKED_FOLDERS)}'
        return "unknown-reference", message, "a page can link to other pages and to files in content/media"
    if "\0" in path or not (content / path).is_file():
        return "missing-file", f'there is no file "{link}"', f"looked for content/{path}"
    return None


def is_linkable(path: str) -> bool:
    """Whether a path, relative to the content, is one whose file a page may publish."""
    return posixpath.normpath(path).partition("/")[0] in LINKED_FOLDERS


def _resolve(link: str, folder: str) -> str:
    """A link's target relative to the content, by Pelican's rules: from the page's folder, or `/` from the content."""
    link = unquote(link)
    return posixpath.normpath(link[1:] if link.startswith("/") else f"{folder}/{link}")
