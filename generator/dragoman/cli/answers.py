"""Judges single answers to `dragoman new`: whether they can be meant, and what they become. Knows no site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

import click

from dragoman.cli.questions import PARTS, Question
from dragoman.content.identifiers import suggest_id
from dragoman.content.near import find_near
from dragoman.editing.drafts import find_free_id
from dragoman.model.dates import DateError, EdtfDate


def check_date(text: str) -> str:
    """A date in our notation; raises click.UsageError with how to write one."""
    try:
        return EdtfDate.parse(text).text
    except DateError as error:
        raise click.UsageError(f"{error.message}: {error.hint}") from error


def check_given(text: str) -> str:
    """An answer that may not be empty."""
    if not text:
        raise click.UsageError("this one is needed")
    return text


def check_part(text: str) -> str:
    """A part that a participant may have, or nothing."""
    return _check_word(text, PARTS, "; or leave it empty") if text else text


def check_number(text: str) -> float | None:
    """A number of degrees, or None for an empty answer."""
    try:
        return float(text) if text else None
    except ValueError as error:
        raise click.UsageError("a number, such as 39.82, or nothing") from error


def make_choice(question: Question) -> Callable[[str], str]:
    """A check that an answer is one of a question’s words, or empty where that is allowed."""

    def check(text: str) -> str:
        return _check_word(text, question.choices) if text or question.is_required else text

    return check


def _check_word(text: str, words: Sequence[str], otherwise: str = "") -> str:
    if text in words:
        return text
    near = find_near(text, words, {}) if text else None
    did_you_mean = f"did you mean {near}? " if near else ""
    raise click.UsageError(f"{did_you_mean}one of {', '.join(words)}{otherwise}")


def check_address(text: str) -> str:
    """The address of a page, or nothing."""
    if text and not re.match(r"https?://[^\s/]+", text):
        raise click.UsageError("an address begins with https:// or http://; a printed source has `ref`, in the file")
    return text


def make_sources(addresses: Iterable[str], today: str) -> dict[str, dict[str, str | None]]:
    """Sources by a handle made of the host of each address, read today."""
    sources: dict[str, dict[str, str | None]] = {}
    for address in addresses:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        handle = find_free_id(suggest_id(host.rpartition(".")[0] or host) or "source", sources)
        sources[handle] = {
            "url": address, "publisher": None, "title": None, "lang": None, "published": None, "accessed": today,
        }  # fmt: skip
    return sources


def sort_name(name: str) -> str:
    """The name with its last word in front, which the editor corrects where that is wrong."""
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else last
