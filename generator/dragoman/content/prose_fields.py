"""The fields of a page of prose: which there are, and what may stand in each. Pelican would take any, and set it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.content.identifiers import is_id, suggest_id
from dragoman.content.near import find_near
from dragoman.content.prose_head import Head, HeadLine
from dragoman.content.reserved import is_reserved
from dragoman.model.marks import find_excess

LONGEST_TITLE = 200
LONGEST_SUMMARY = 1_000
FIELDS = ("title", "lang", "slug", "summary", "status", "template", "translation_id", "date", "modified")
_LONGEST = {"title": LONGEST_TITLE, "summary": LONGEST_SUMMARY}
_STATUSES = ("published", "draft")
_TEMPLATE = re.compile(r"page(?:-[a-z0-9-]+)?", re.ASCII)
_LANGUAGE_IN_NAME = re.compile(r"[^.]+\.([A-Za-z0-9-]+)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong in a head, from one character index of the page's text up to another."""

    start: int
    end: int
    rule: str
    message: str
    hint: str


def check_head(head: Head, stem: str, languages: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with a head. ``stem`` is the file's name without its suffix, ``languages`` are the site's."""
    title = head.find("title")
    if title is None or not title.value:
        message = "a page needs a title" if title is None else "the title is empty"
        hint = "write Title: and the title in the first line, and leave a line empty before the text"
        start = title.key_start if title else 0
        yield Fault(start=start, end=start + len("title"), rule="missing-field", message=message, hint=hint)
    elif head.find("slug") is None and not any(letter.isalnum() for letter in title.value):
        message = "no address can be made from this title, which has neither letters nor digits"
        yield _at(title, "bad-id", message, "write Slug: and a word in the next line")
    yield from _check_language(head, stem, languages)
    seen: set[str] = set()
    for line in head.lines:
        if line.key in seen and line.key != "summary":
            message = f"`{line.key.capitalize()}:` stands here more than once, or goes on in another line"
            yield _at(line, "duplicate-key", message, "keep one of them, in one line")
        elif line.key not in FIELDS:
            yield _unknown(line)
        else:
            yield from _check_value(line)
        seen.add(line.key)


def find_language(head: Head, stem: str, languages: tuple[str, ...]) -> str:
    """The language of a page: as its head says, else its name, else the site's first."""
    return head.get_text("lang") or _find_language_in_name(stem) or (languages[0] if languages else "")


def _find_language_in_name(stem: str) -> str:
    found = _LANGUAGE_IN_NAME.match(stem)
    return found[1] if found else ""


def _check_language(head: Head, stem: str, languages: tuple[str, ...]) -> Iterator[Fault]:
    language = find_language(head, stem, languages)
    if not languages or language.lower() in {known.lower() for known in languages}:
        return
    line = head.find("lang")
    known = ", ".join(languages)
    if line:
        yield _at(line, "unknown-value", f'the site has no language "{language}"', f"the site's languages are {known}")
    else:
        message = f'the name of this file says the language "{language}", which the site has not'
        hint = f"name it {stem.partition('.')[0]}.{languages[0]}.md; the site's languages are {known}"
        yield Fault(start=0, end=0, rule="unknown-value", message=message, hint=hint)


def _unknown(line: HeadLine) -> Fault:
    name = line.key.capitalize()
    if line.key in {"save_as", "url"}:
        hint = "where a page is published follows from its language and its slug: write Slug:"
    else:
        near = find_near(line.key, FIELDS, {})
        known = ", ".join(field.capitalize() for field in FIELDS)
        hint = f"did you mean “{near.capitalize()}:”?" if near else f"the fields are {known}"
    message = f'there is no field "{name}" here'
    return Fault(
        start=line.key_start, end=line.key_start + len(line.key), rule="unknown-field", message=message, hint=hint
    )


def _check_value(line: HeadLine) -> Iterator[Fault]:
    value = line.value
    most = _LONGEST.get(line.key)
    if most and len(value) > most:
        message = f'this "{line.key}" is too long: {len(value)} characters, where {most} are allowed'
        yield _at(line, "too-long", message, f"shorten it by {len(value) - most}")
    match line.key:
        case "slug":
            yield from _check_slug(line)
        case "summary":
            excess = find_excess(value)
            if excess:
                yield _at(line, "too-much-markup", excess.message, excess.hint)
        case "status" if value not in _STATUSES:
            yield _at(line, "unknown-value", f'"{value}" is not a status', f"it is one of {', '.join(_STATUSES)}")
        case "template" if not _TEMPLATE.fullmatch(value):
            hint = "leave it out, or give the template a name that begins with page-"
            yield _at(line, "unknown-value", f'prose has no template "{value}"', hint)
        case "date" | "modified" if not _is_date(value):
            yield _at(line, "bad-date", f'"{value}" is not a date', "write it as 2024-03-12, or leave the line out")
        case "translation_id" if not is_id(value):
            hint = "write what is the same in all languages, such as the English slug, in a to z, 0 to 9 and single -"
            yield _at(line, "bad-id", f'"{value}" cannot say which pages belong together', hint)


def _check_slug(line: HeadLine) -> Iterator[Fault]:
    if is_reserved(line.value):
        message = f'"{line.value}" is a name that some systems or hosts keep for themselves'
        yield _at(line, "bad-id", message, f"write {line.value}-page, for example")
    elif not is_id(line.value):
        better = suggest_id(line.value)
        hint = f"write {better}" if better else "write it in a to z, 0 to 9 and single -"
        message = f'the slug "{line.value}" has more than small letters (a to z), digits and single hyphens'
        yield _at(line, "bad-id", message, hint)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _at(line: HeadLine, rule: str, message: str, hint: str) -> Fault:
    """A fault of a line's value, or of its key where the value is empty."""
    start, end = (line.start, line.end) if line.value else (line.key_start, line.key_start + len(line.key))
    return Fault(start=start, end=end, rule=rule, message=message, hint=hint)
