"""An event as a plain record: the one value that all data formats are made from."""

from __future__ import annotations

from typing import Any

from dragoman.model.dates import EdtfDate
from dragoman.model.event import Called, DisputedValue
from dragoman.model.text import Localized
from dragoman.render.changes import get_change
from dragoman.render.data.plain import Plain, date_parts, ids, known, moment, texts
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import (
    Cell,
    FruitlessSearch,
    LinkedEvent,
    LinkedReadout,
    LinkedSource,
    PersonThen,
    Present,
    PresentPerson,
    Statement,
    Unread,
)


def make_event(event: LinkedEvent, addresses: Addresses) -> Plain:
    """Everything the site knows of an event, with the names of the people and offices as they were then.

    Other records are named by id. Texts are mappings from language to text, dates EDTF.
    """
    record = event.record
    return known(
        id=event.id,
        pages={language: addresses.absolute(addresses.of(language, event)) for language in addresses.slugs},
        **date_parts(record.date),
        time=f"{record.time.time:%H:%M}" if record.time else None,
        zone=record.time.zone if record.time else None,
        duration=str(record.duration) if record.duration else None,
        type=record.type,
        status=record.status,
        outcome=_outcome(event),
        title=texts(record.title),
        summary=texts(record.summary),
        participants=[_participant(present) for present in event.participants],
        sides=ids(event.sides),
        initiative=_initiative(event),
        places=ids(event.places),
        place_unknown=event.place_unknown or None,
        venue=texts(record.venue),
        topics=ids(event.topics),
        according_to={field: list(handles) for field, handles in record.according_to.items()},
        readouts=[_readout(readout) for readout in event.readouts],
        searches=[_search(search) for search in event.searches],
        reactions=[_readout(readout) for readout in event.reactions],
        comparison=_cells(event),
        judgements=[
            known(topic=item.topic, relation=item.relation, between=list(item.between), note=texts(item.note))
            for item in record.comparison
        ],
        disputed=_disputed(event),
        sources=[_source(source) for source in event.sources],
        related=[{"event": item.event_id, "type": item.type} for item in event.relations if not item.inverse],
        part_of=event.part_of,
        media=[
            known(file=item.file, alt=texts(item.alt), credit=item.credit, licence=item.licence)
            for item in record.media
        ],
        translations={
            language: known(from_=made.from_, method=made.method) for language, made in record.translations.items()
        },
        published=moment(record.published),
        updated=moment(record.updated),
        changed=get_change(event).isoformat(),
        corrections=[known(date=moment(item.date), text=texts(item.text)) for item in record.corrections],
        retracted=known(date=moment(record.retracted.date), text=texts(record.retracted.text))
        if record.retracted
        else None,
        former_ids=list(record.former_ids),
    )


def _outcome(event: LinkedEvent) -> Plain:
    outcome = event.record.outcome
    if outcome is None:
        return {}
    return known(
        by=list(outcome.by), on=moment(outcome.on), reason=texts(outcome.reason), sources=list(outcome.sources)
    )


def _initiative(event: LinkedEvent) -> Plain:
    initiative = event.record.initiative
    return known(sides=list(initiative.sides), according_to=list(initiative.according_to)) if initiative else {}


def _participant(present: Present) -> Plain:
    side = present.side.id if present.side else None
    if isinstance(present, PresentPerson):
        return known(
            **_person(present.then),
            side=side,
            part=present.part,
            called=[_called(called) for called, _ in present.called],
        )
    return known(organisation=present.organisation.id, name=texts(present.record.name), side=side, part=present.part)


def _person(then: PersonThen) -> dict[str, Any]:
    """A person with the office held then. ``office_certain`` is false where the term may not cover that time."""
    office = then.office
    return known(
        person=then.person.id,
        name=texts(then.person.name),
        office=office.id if office else None,
        office_title=texts(office.title) if office else None,
        office_certain=then.certain if office else None,
        organisation=then.organisation.id if then.organisation else None,
    )


def _called(called: Called) -> Plain:
    return {"text": called.text, "lang": called.lang, "source": called.source}


def _readout(readout: LinkedReadout) -> Plain:
    record = readout.record
    return known(
        id=record.id,
        by=ids(readout.issuers),
        sides=ids(readout.sides),
        attribution=texts(record.attribution),
        kind=record.kind,
        sources=[source.handle for source in readout.sources],
        second_hand=record.second_hand,
        extent=record.extent,
        published=moment(record.published),
        delay_days=readout.delay.days if readout.delay else None,
        rendering_of=record.rendering_of,
        calls=dict(record.calls),
        points=[_point(statement) for statement in readout.statements],
    )


def _point(statement: Statement) -> Plain:
    quote = statement.record.quote
    return known(
        topic=statement.topic.id,
        text=texts(statement.record.text),
        speaker=known(**_person(statement.speaker)) if statement.speaker else None,
        quote=known(
            text=quote.text,
            lang=quote.lang,
            speaker=quote.speaker,
            source=quote.source,
            rendered_from=quote.rendered_from,
        )
        if quote
        else None,
    )


def _search(search: FruitlessSearch) -> Plain:
    return {"by": ids(search.issuers), "on": search.on.text}


def _cells(event: LinkedEvent) -> list[Plain]:
    """The comparison, cell by cell: what each account, or each side without one, does with each topic."""
    if event.comparison is None:
        return []
    return [
        known(topic=row.topic.id, **_column(cell), cell=cell.kind.value)
        for row in event.comparison.rows
        for cell in row.cells
    ]


def _column(cell: Cell) -> dict[str, Any]:
    match cell.column:
        case LinkedReadout() as readout:
            return {"readout": readout.record.id}
        case FruitlessSearch() as search:
            return {"by": ids(search.issuers)}
        case Unread() as unread:
            return {"by": ids(unread.sides)}


def _disputed(event: LinkedEvent) -> list[Plain]:
    return [
        known(
            field=field,
            value=_disputed_value(entry),
            sources=list(entry.sources),
            note=texts(entry.note),
        )
        for field, _ in event.record.disputed
        for entry in getattr(event.record.disputed, field)
    ]


def _disputed_value(entry: DisputedValue) -> Any:
    match entry.value:
        case Localized() as text:
            return texts(text)
        case EdtfDate() as date:
            return date.text
        case tuple() as named:
            return list(named)
        case value:
            return str(value)


def _source(source: LinkedSource) -> Plain:
    record = source.record
    return known(
        handle=source.handle,
        number=source.number,
        url=record.url,
        ref=record.ref,
        publisher=record.publisher,
        title=record.title,
        lang=record.lang,
        published=moment(record.published),
        accessed=moment(record.accessed),
        archived=record.archived,
        via=record.via,
    )
