"""How plain records become the rows of each table: values by the name of their column."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.render.data.columns import RowValues
from dragoman.render.data.plain import Plain
from dragoman.render.data.records import DataSet


def iter_events(data: DataSet) -> Iterator[RowValues]:
    """The contacts."""
    for event in data.events:
        initiative, outcome = event.get("initiative", {}), event.get("outcome", {})
        yield {
            **event,
            "initiative": initiative.get("sides"),
            "initiative_according_to": initiative.get("according_to"),
            "outcome_by": outcome.get("by"),
            "outcome_on": outcome.get("on"),
            "outcome_reason": outcome.get("reason"),
            "place_unknown": event.get("place_unknown", False),
            "accounts": sum(1 for readout in event.get("readouts", ()) if readout["kind"] != "announcement"),
        }


def each(part: str) -> Callable[[DataSet], Iterator[RowValues]]:
    """A row for each item of a list in each event, numbered from 1."""

    def make_rows(data: DataSet) -> Iterator[RowValues]:
        for event in data.events:
            for number, item in enumerate(event.get(part, ()), start=1):
                yield {"number": number, **item, "event": event["id"]}

    return make_rows


def members(part: str, name: str) -> Callable[[DataSet], Iterator[RowValues]]:
    """A row for each id in a list of each event."""

    def make_rows(data: DataSet) -> Iterator[RowValues]:
        for event in data.events:
            for member in dict.fromkeys(event.get(part, ())):
                yield {"event": event["id"], name: member}

    return make_rows


def _iter_readouts(data: DataSet) -> Iterator[tuple[RowValues, int, Plain]]:
    """Each account with its number, behind what its rows begin with."""
    for event in data.events:
        for part in ("readouts", "reactions"):
            for number, readout in enumerate(event.get(part, ()), start=1):
                yield {"event": event["id"], "reaction": part == "reactions"}, number, readout


def iter_readouts(data: DataSet) -> Iterator[RowValues]:
    """The accounts, then the reactions, of each contact."""
    for place, number, readout in _iter_readouts(data):
        yield {**readout, **place, "number": number}


def iter_points(data: DataSet) -> Iterator[RowValues]:
    """The statements of each account."""
    for place, readout_number, readout in _iter_readouts(data):
        for number, point in enumerate(readout.get("points", ()), start=1):
            speaker, quote = point.get("speaker", {}), point.get("quote", {})
            yield {
                **place,
                "readout": readout["id"],
                "readout_number": readout_number,
                "number": number,
                "topic": point["topic"],
                "text": point["text"],
                **{name: speaker.get(name) for name in ("person", "office", "office_title", "office_certain")},
                **{f"quote_{name}": quote.get(name) for name in ("text", "lang", "speaker", "source", "rendered_from")},
            }


def iter_calls(data: DataSet) -> Iterator[RowValues]:
    """What each account calls places and terms."""
    for place, number, readout in _iter_readouts(data):
        for thing, text in readout.get("calls", {}).items():
            yield {**place, "readout": readout["id"], "readout_number": number, "thing": thing, "text": text}


def iter_called(data: DataSet) -> Iterator[RowValues]:
    """What sources called a participant’s office."""
    for event in data.events:
        for place, participant in enumerate(event["participants"], start=1):
            for number, called in enumerate(participant.get("called", ()), start=1):
                person = participant["person"]
                yield {**called, "event": event["id"], "participant": place, "number": number, "person": person}


def iter_disputed(data: DataSet) -> Iterator[RowValues]:
    """Disputed values; those that are sentences apart from those that are words."""
    for row in each("disputed")(data):
        value = row["value"]
        yield {
            **row,
            "value": None if isinstance(value, dict) else value,
            "value_text": value if isinstance(value, dict) else None,
        }


def iter_retracted(data: DataSet) -> Iterator[RowValues]:
    """The retracted contacts."""
    for event in data.retracted:
        yield {"id": event["id"], "date": event["retracted"]["date"], "text": event["retracted"]["text"]}


def iter_offices(data: DataSet) -> Iterator[RowValues]:
    """Each person’s offices."""
    for person in data.people:
        for number, office in enumerate(person.get("offices", ()), start=1):
            yield {**office, "person": person["id"], "number": number, "organisation": office["of"]}


def iter_spellings(data: DataSet) -> Iterator[RowValues]:
    """Each person’s name in their own language, then as sources spell it."""
    for person in data.people:
        spellings = [(text, language) for language, text in person.get("native", {}).items()]
        spellings += [(text, None) for text in person.get("aliases", ())]
        for number, (text, language) in enumerate(spellings, start=1):
            yield {"person": person["id"], "number": number, "text": text, "lang": language}


def iter_places(data: DataSet) -> Iterator[RowValues]:
    """The places."""
    return ({**place, "country": place.get("in")} for place in data.places)


def iter_names(data: DataSet) -> Iterator[RowValues]:
    """The names of places, then those of terms."""
    for kind, records in (("place", data.places), ("term", data.terms)):
        for record in records:
            for number, name in enumerate(record.get("names", ()), start=1):
                users = name.get("used_by", [])
                yield {**name, "kind": kind, "thing": record["id"], "number": number, "used_by": "; ".join(users)}


def iter_relations(data: DataSet) -> Iterator[RowValues]:
    """What each contact says of others."""
    for event in data.events:
        for number, related in enumerate(event.get("related", ()), start=1):
            yield {"event": event["id"], "number": number, "type": related["type"], "other": related["event"]}
