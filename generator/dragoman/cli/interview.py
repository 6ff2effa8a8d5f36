"""Asks at a terminal what a new record needs. Knows which way of asking fits which question; writes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.cli.answers import (
    check_address,
    check_date,
    check_given,
    check_number,
    check_part,
    make_choice,
    make_sources,
)
from dragoman.cli.asking import ask_record, ask_text, ask_word
from dragoman.cli.questions import PARTS, Question
from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.editing.known import Known, collect_known

#: What stands in place of a place that nobody names.
UNKNOWN = Known(id="unknown", label="nobody says where", names=("unknown",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The asking of one person about one record of a site."""

    index: Index
    languages: Sequence[str]
    today: dt.date

    def ask(self, question: Question) -> Any:
        """The answer to a question as the record will hold it; nothing in it where it was left empty."""
        match question.field:
            case "date":
                return ask_text(question.label, check_date)
            case "participants":
                return self._ask_participants()
            case "sources":
                return self._ask_sources()
            case _ if question.is_localized:
                return self._ask_localized(question)
            case _ if question.choices:
                return ask_word(question.label, make_choice(question), question.choices) or None
            case _ if question.refers_to and question.is_list:
                return self._ask_several(question.label, self._collect(question))
            case _ if question.refers_to:
                return ask_record(question.label, self._collect(question))
            case _:
                return ask_text(question.label, check_number)

    def _collect(self, question: Question) -> tuple[Known, ...]:
        """All that may be named; a place may also be unknown."""
        assert question.refers_to  # noqa: S101 - asked only of questions that refer to records
        known = collect_known(self.index, question.refers_to)
        return (*known, UNKNOWN) if question.field == "place" else known

    def _ask_sources(self) -> dict[str, dict[str, str | None]]:
        addresses: list[str] = []
        while address := ask_text("Address of a source (empty: no more)", check_address):
            addresses.append(address)
        return make_sources(dict.fromkeys(addresses), self.today.isoformat())

    def _ask_localized(self, question: Question) -> dict[str, str]:
        texts: dict[str, str] = {}
        for number, language in enumerate(self.languages):
            check = check_given if question.is_required and number == 0 else str
            text = ask_text(f"{question.label} ({language})", check)
            if text:
                texts[language] = text
        return texts

    def _ask_several(self, label: str, known: tuple[Known, ...]) -> list[str]:
        found: list[str] = []
        while identifier := ask_record(f"{label} (empty: no more)" if found else label, known):
            found.append(identifier)
        return list(dict.fromkeys(found))

    def _ask_participants(self) -> list[dict[str, str]]:
        people, organisations = (collect_known(self.index, kind) for kind in (Kind.PERSON, Kind.ORGANISATION))
        found: list[dict[str, str]] = []
        while identifier := ask_record("Participant (empty: no more)", (*people, *organisations)):
            kind = Kind.PERSON if any(one.id == identifier for one in people) else Kind.ORGANISATION
            part = ask_word("  Part (caller, callee, host, guest …)", check_part, PARTS)
            found.append({kind.value: identifier, "part": part} if part else {kind.value: identifier})
        return found
