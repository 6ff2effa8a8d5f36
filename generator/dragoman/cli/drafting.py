"""Turns what was answered into a draft on the disk: finds the records that are named, makes up an id."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dragoman.cli.answers import check_address, check_date, make_sources, sort_name
from dragoman.cli.asking import ask_text, can_ask
from dragoman.cli.facts import read_facts
from dragoman.cli.interview import UNKNOWN, Interview
from dragoman.cli.questions import PARTS, QUESTIONS, Question
from dragoman.cli.site_content import read_content
from dragoman.content.files import Kind
from dragoman.content.identifiers import LONGEST_ID, suggest_id
from dragoman.editing.drafts import find_free_id, find_path, make_draft, make_event_id
from dragoman.editing.issuers import Issuer, find_issuers
from dragoman.editing.known import collect_known, find_matches, is_sure
from dragoman.errors import DragomanError
from dragoman.model.dates import EdtfDate

Given = dict[str, Any]

_MOST_SUGGESTED = 5


class Drafting:
    """The making of one record in one site. Raises DragomanError where the site cannot be read."""

    def __init__(self, kind: Kind, site: Path) -> None:
        self._kind = kind
        self._site = site
        self._facts = read_facts(site)
        self._content = read_content(site)
        self._languages = self._content.languages
        self._questions = QUESTIONS[kind]

    def read(self, answers: Mapping[str, Any]) -> Given:
        """What the options say, as a record's fields. Raises click.UsageError for what cannot be meant."""
        given: Given = {}
        for question in self._questions:
            answer = answers.get(question.option.replace("-", "_"))
            if answer is None or answer == ():
                continue
            given[question.field] = self._read_answer(question, answer)
        return given

    def ask(self, given: Given) -> Given:
        """Ask for all that is not given."""
        interview = Interview(index=self._content.index, languages=self._languages, today=self._facts.today)
        for question in self._questions:
            if question.field in given:
                continue
            answer = interview.ask(question)
            if answer not in (None, {}, [], ""):
                given[question.field] = answer
        return given

    def write(self, given: Given, identifier: str | None) -> str:
        """Write the draft; its path in the site. Never over another file, and never without what must be known."""
        missing = [question for question in self._questions if question.is_required and question.field not in given]
        if missing:
            options = ", ".join(f"--{question.option}" for question in missing)
            raise click.UsageError(f"{options}: needed where nobody can be asked")
        chosen = self._choose_id(given, identifier)
        path = find_path(self._kind, chosen)
        text = make_draft(self._kind, self._add_usual(given), self._languages, self._find_issuers(given))
        target = self._site / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError as error:
            raise DragomanError(f"{path} is there already", hint="choose another id with --id") from error
        except OSError as error:
            raise DragomanError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
        return path

    def _find_issuers(self, given: Given) -> tuple[Issuer, ...]:
        if self._kind is not Kind.EVENT:
            return ()
        return find_issuers(given.get("participants", ()), EdtfDate.parse(given["date"]), self._content.index)

    def _add_usual(self, given: Given) -> Given:
        match self._kind:
            case Kind.EVENT:
                return {**given, "published": self._write_now(), "draft": True}
            case Kind.PERSON:
                return {**given, "sort": {language: sort_name(name) for language, name in given["name"].items()}}
            case _:
                return given

    def _write_now(self) -> str:
        site = self._content.index.records[Kind.SITE].get("site")
        zone = zoneinfo.ZoneInfo(site.timezone) if site else zoneinfo.ZoneInfo("UTC")
        return self._facts.now.astimezone(zone).isoformat(timespec="minutes")

    # The id.

    def _choose_id(self, given: Given, identifier: str | None) -> str:
        suggested = identifier or self._suggest_id(given)
        if suggested is None:
            raise click.UsageError("--id: needed, since no id can be made of what is given")
        free = find_free_id(self._check_id(suggested), self._content.index.paths[self._kind])
        if free == suggested and (identifier or not can_ask()):
            return free
        if not can_ask():
            hint = f"if this is another one, write it with --id {free}"
            raise DragomanError(f"{find_path(self._kind, suggested)} is there already", hint=hint)
        if free != suggested:
            click.echo(f"  {suggested} is there already; look whether it is the same", err=True)
        return ask_text("Id", self._check_free, default=free)

    def _suggest_id(self, given: Given) -> str | None:
        if self._kind is not Kind.EVENT:
            names = given["name"]
            return next((made for name in reversed(names.values()) if (made := suggest_id(name))), None)
        who = [one.get("person") or one["organisation"] for one in given.get("participants", ())]
        place = None if given.get("place") == UNKNOWN.id else given.get("place")
        return make_event_id(EdtfDate.parse(given["date"]).known_prefix, who, place)

    def _check_id(self, text: str) -> str:
        if suggest_id(text) != text:
            better = suggest_id(text)
            hint = f"; write {better}" if better else ""
            message = f"an id is made of a to z, 0 to 9 and single -, up to {LONGEST_ID}, not “{text}”{hint}"
            raise click.UsageError(message)
        if self._kind is Kind.EVENT and not text[:4].isdigit():
            raise click.UsageError(f"the id of an event begins with its date, as in 2023-09-26-{text}")
        return text

    def _check_free(self, text: str) -> str:
        if self._check_id(text) in self._content.index.paths[self._kind]:
            raise click.UsageError(f"{text} is there already")
        return text

    # Answers.

    def _read_answer(self, question: Question, answer: Any) -> Any:
        match question.field:
            case "date":
                return check_date(answer)
            case "participants":
                return [self._read_participant(text) for text in answer]
            case "sources":
                return make_sources([check_address(text) for text in answer], self._facts.today.isoformat())
            case _ if question.is_localized:
                return self._read_localized(question, answer)
            case _ if question.refers_to and question.is_list:
                return [self._find(text, question.refers_to) for text in answer]
            case _ if question.refers_to:
                return self._find(answer, question.refers_to)
            case _:
                return answer

    def _read_localized(self, question: Question, answers: tuple[str, ...]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for answer in answers:
            language, mark, text = answer.rpartition("\0")
            language = language if mark else self._languages[0]
            if language not in self._languages:
                known = ", ".join(self._languages)
                raise click.UsageError(f"--{question.option}-{language}: the languages of this site are {known}")
            texts[language] = text
        return {language: texts[language] for language in self._languages if language in texts}

    def _read_participant(self, text: str) -> dict[str, str]:
        part, colon, who = text.partition(":")
        if colon and part not in PARTS:
            raise click.UsageError(f"--participant: “{part}” is no part; the parts are {', '.join(PARTS)}")
        return self._describe_participant(who if colon else text, part if colon else "")

    def _describe_participant(self, who: str, part: str) -> dict[str, str]:
        people, organisations = (collect_known(self._content.index, kind) for kind in (Kind.PERSON, Kind.ORGANISATION))
        is_organisation = not find_matches(who, people) and bool(find_matches(who, organisations))
        kind = Kind.ORGANISATION if is_organisation else Kind.PERSON
        found = {kind.value: self._find(who, kind)}
        return {**found, "part": part} if part else found

    def _find(self, text: str, kind: Kind) -> str:
        """The id of the one record that is meant."""
        if kind is Kind.PLACE and text == UNKNOWN.id:
            return text
        matches = find_matches(text, collect_known(self._content.index, kind))
        if len(matches) == 1 and is_sure(text, matches[0]):
            return matches[0].id
        if not matches:
            raise click.UsageError(
                f"there is no {kind.value} “{text}”; make it first: dragoman new {kind.value} --name …"
            )
        shown = ", ".join(f"{one.id} ({one.label})" for one in matches[:_MOST_SUGGESTED])
        what = "may be several" if is_sure(text, matches[0]) else "is not known; near it"
        raise click.UsageError(f"“{text}” {what}: {shown}; give the id")
