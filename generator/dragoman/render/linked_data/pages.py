"""A page in the words of schema.org: what it is, what it is about, and where it stands in the site."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.model.event import Correction, Retraction
from dragoman.render.changes import get_change
from dragoman.render.data.descriptor import licence_address
from dragoman.render.data.plain import known
from dragoman.render.linked_data.contacts import describe_contact
from dragoman.render.linked_data.datasets import describe_data
from dragoman.render.linked_data.things import Node, Speaker
from dragoman.site.addresses import SECTIONS, Section
from dragoman.site.catalog import LinkedEvent
from dragoman.site.views import (
    ChooserView,
    DataView,
    EventView,
    FrontView,
    NotFoundView,
    OrganisationView,
    Page,
    PairView,
    PersonView,
    PlaceView,
    RedirectView,
    ReportView,
    TopicView,
)


def describe_page(page: Page, speaker: Speaker, names: Mapping[str, str]) -> list[Node]:
    """The nodes of a page; none for those that are no destinations."""
    match page.view:
        case ChooserView() | NotFoundView() | RedirectView() | ReportView():
            return []
        case FrontView():
            return [
                speaker.website()
                | {
                    "description": speaker.say(speaker.site.description),
                    "inLanguage": speaker.language,
                    "license": licence_address(speaker.site.licence),
                    "publisher": speaker.publisher(),
                }
            ]
        case _:
            things = _describe_things(page, speaker)
            return [_page(page, speaker, names, things[0] if things else None), *things]


def _describe_things(page: Page, speaker: Speaker) -> list[Node]:
    """What the page is about, first, and what else it holds."""
    match page.view:
        case EventView() as view:
            return describe_contact(view, speaker)
        case PersonView() as view:
            return [speaker.whole_person(view.person, [(held.office, held.organisation) for held in view.offices])]
        case OrganisationView() as view:
            return [speaker.whole_organisation(view.organisation, view.parents)]
        case PlaceView() as view:
            return [speaker.whole_place(view.place)]
        case TopicView() as view:
            return [speaker.whole_topic(view.topic)]
        case DataView() as view:
            return [describe_data(view, speaker)]
        case _:
            return []


def _page(page: Page, speaker: Speaker, names: Mapping[str, str], main: Node | None) -> Node:
    address = speaker.addresses.absolute(page.path)
    event = page.view.event if isinstance(page.view, EventView) else None
    return known(
        **{"@type": "WebPage", "@id": address},
        url=address,
        inLanguage=speaker.language,
        isPartOf=speaker.website(),
        publisher=speaker.publisher(),
        license=licence_address(speaker.site.licence),
        mainEntity={"@id": main["@id"]} if main else None,
        breadcrumb=_breadcrumb(page, speaker, names),
        **(_record(event, speaker) if event else {}),
    )


def _record(event: LinkedEvent, speaker: Speaker) -> Node:
    """When the record behind a contact's page appeared and changed, and in which version it is."""
    record = event.record
    notes: list[Correction | Retraction] = [*record.corrections]
    if record.retracted:
        notes.append(record.retracted)
    return known(
        name=speaker.say(record.title),
        datePublished=record.published.text,
        dateModified=get_change(event).isoformat(),
        version=speaker.versions.get(event.id),
        creativeWorkStatus="Retracted" if record.retracted else None,
        correction=[
            {"@type": "CorrectionComment", "text": speaker.say(note.text), "datePublished": note.date.text}
            for note in notes
        ],
    )


def _breadcrumb(page: Page, speaker: Speaker, names: Mapping[str, str]) -> Node | None:
    """The way from the front page: the section, and the thing itself."""
    section = _find_section(page, speaker)
    if section is None:
        return None
    steps = [*speaker.begin_trail(section, names[section])]
    title = _find_title(page, speaker)
    if title is not None:
        steps.append(speaker.step(len(steps) + 1, title, page.path))
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _find_section(page: Page, speaker: Speaker) -> Section | None:
    slugs = speaker.addresses.slugs[speaker.language]
    folders = page.path.split("/")[1:2]
    return next((section for section in SECTIONS if [slugs[section]] == folders), None)


def _find_title(page: Page, speaker: Speaker) -> str | None:
    match page.view:
        case EventView() as view:
            return speaker.say(view.event.record.title)
        case PersonView() as view:
            return speaker.say(view.person.name)
        case OrganisationView() as view:
            return speaker.say(view.organisation.name)
        case PlaceView() as view:
            return speaker.say(view.place.name)
        case TopicView() as view:
            return speaker.say(view.topic.name)
        case PairView() as view:
            sides = (view.pair.first, view.pair.second)
            return " – ".join(str(speaker.say(side.short or side.name)) for side in sides)
        case _:
            return None
