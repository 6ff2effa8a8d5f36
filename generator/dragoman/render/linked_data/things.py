"""People, organisations, places, topics, sources and dates in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.model.dates import DateKind, EdtfDate, Precision
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.places import Place
from dragoman.model.site import Site
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.model.times import Moment
from dragoman.model.topics import Topic
from dragoman.render.data.plain import known
from dragoman.render.markdown import to_plain
from dragoman.render.tags import make_tag
from dragoman.site.addresses import Addressed, Addresses, Section

#: A node of the graph: its properties by their names in the vocabulary.
Node = dict[str, Any]

_ORGANISATIONS: Mapping[str, str] = {
    "state": "GovernmentOrganization", "de-facto-authority": "Organization",
    "international-organisation": "Organization", "organ": "Organization", "ministry": "GovernmentOrganization",
    "presidency": "GovernmentOrganization", "government": "GovernmentOrganization",
    "parliament": "GovernmentOrganization", "armed-forces": "GovernmentOrganization",
    "agency": "GovernmentOrganization", "commission": "Organization", "party": "PoliticalParty",
    "non-governmental": "NGO", "media": "NewsMediaOrganization", "company": "Corporation",
}  # fmt: skip
_PLACES: Mapping[str, str] = {"city": "City", "region": "AdministrativeArea", "country": "Country"}
_WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Says things in one language of a site. ``versions`` are those of the events' records, by id.

    A thing that is only mentioned is put into words once: nodes are not to be changed.
    """

    site: Site
    addresses: Addresses
    language: str
    versions: Mapping[str, str]
    _said: dict[tuple[str, ...], Node] = field(default_factory=dict, repr=False, compare=False)

    def say(self, text: Localized | None) -> str | None:
        """A text without markup."""
        if text is None:
            return None
        words = text.resolve((self.language, self.site.default_language)).text
        return to_plain(words) if isinstance(text, Markdown | InlineMarkdown) else words

    def url(self, thing: Addressed) -> str:
        """The full address of a thing's page."""
        return self.addresses.absolute(self.addresses.of(self.language, thing))

    def id(self, *specific: str) -> str:
        """The id of a thing, the same in all languages."""
        return make_tag(self.site, *specific)

    def _once(self, key: tuple[str, ...], make: Callable[[], Node]) -> Node:
        if key not in self._said:
            self._said[key] = make()
        return self._said[key]

    def person(self, person: Person, office: Office | None = None, of: Organisation | None = None) -> Node:
        """A person, in the office of the time where one is given."""
        return self._once(
            ("person", person.id, office.id if office else "", of.id if of else ""),
            lambda: known(
                **{"@type": "Person", "@id": self.id("person", person.id)},
                name=self.say(person.name),
                url=self.url(person),
                jobTitle=self.say(office.title) if office else None,
                affiliation=self.organisation(of) if of else None,
            ),
        )

    def whole_person(self, person: Person, offices: list[tuple[Office, Organisation]]) -> Node:
        """A person with every name and office."""
        return self.person(person) | known(
            alternateName=[*person.native.values(), *person.aliases],
            sameAs=_wikidata(person.wikidata),
            worksFor=[self._office(office, organisation) for office, organisation in offices],
        )

    def _office(self, office: Office, organisation: Organisation) -> Node:
        return known(
            **{"@type": "Role"},
            roleName=self.say(office.title),
            startDate=iso_date(office.from_),
            endDate=iso_date(office.to),
            worksFor=self.organisation(organisation),
        )

    def organisation(self, organisation: Organisation) -> Node:
        """An organisation by its name."""
        return self._once(
            ("organisation", organisation.id),
            lambda: known(
                **{"@type": _ORGANISATIONS[organisation.kind], "@id": self.id("organisation", organisation.id)},
                name=self.say(organisation.name),
                url=self.url(organisation),
            ),
        )

    def whole_organisation(self, organisation: Organisation, parents: tuple[Organisation, ...]) -> Node:
        """An organisation with what it belongs to."""
        return self.organisation(organisation) | known(
            alternateName=self.say(organisation.short),
            sameAs=[address for address in (organisation.website, _wikidata(organisation.wikidata)) if address],
            parentOrganization=self.organisation(parents[0]) if parents else None,
            foundingDate=iso_date(organisation.from_),
            dissolutionDate=iso_date(organisation.to),
            description=self.say(organisation.note),
        )

    def place(self, place: Place) -> Node:
        """A place, with its coordinates where they are known."""
        geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        return known(
            **{"@type": _PLACES.get(place.kind, "Place"), "@id": self.id("place", place.id)},
            name=self.say(place.name),
            url=self.url(place),
            geo=geo if place.lat is not None and place.lon is not None else None,
        )

    def whole_place(self, place: Place) -> Node:
        """A place with its other names."""
        return self.place(place) | known(
            alternateName=[name.text for name in place.names], description=self.say(place.note)
        )

    def topic(self, topic: Topic) -> Node:
        """A topic as a term that the site defines."""
        return self._once(
            ("topic", topic.id),
            lambda: known(
                **{"@type": "DefinedTerm", "@id": self.id("topic", topic.id)},
                name=self.say(topic.name),
                url=self.url(topic),
            ),
        )

    def whole_topic(self, topic: Topic) -> Node:
        """A topic with its definition."""
        return self.topic(topic) | known(description=self.say(topic.definition))

    def publisher(self) -> Node:
        """Who is responsible for the site."""
        publisher = self.site.publisher
        return self._once(
            ("publisher",),
            lambda: known(
                **{"@type": "Organization", "@id": self.id("publisher")},
                name=publisher.name,
                url=publisher.url,
                email=publisher.email,
            ),
        )

    def begin_trail(self, section: Section, name: str) -> tuple[Node, Node]:
        """The first steps of the way to a page: the front page and the section, of which ``name`` is the name."""
        language, addresses = self.language, self.addresses
        front = self._once(("step",), lambda: self.step(1, self.say(self.site.title), addresses.front(language)))
        return front, self._once(("step", section), lambda: self.step(2, name, addresses.section(language, section)))

    def step(self, position: int, name: str | None, path: str) -> Node:
        """One step of the way to a page."""
        return {"@type": "ListItem", "position": position, "name": name, "item": self.addresses.absolute(path)}

    def website(self) -> Node:
        """The site by its name."""
        return self._once(
            ("site",),
            lambda: known(
                **{"@type": "WebSite", "@id": self.id("site")},
                name=self.say(self.site.title),
                url=self.addresses.absolute(self.addresses.front(self.language)),
            ),
        )


def iso_date(date: EdtfDate | Moment | None) -> str | None:
    """The day, month or year as ISO 8601 has it; None for what is qualified, open, or one of several."""
    match date:
        case None:
            return None
        case Moment():
            return date.text
        case EdtfDate(kind=DateKind.SIMPLE):
            part = date.parts[0]
        case _:
            return None
    if part is None or part.uncertain or part.approximate or part.precision is Precision.SEASON:
        return None
    return part.known_text


def iso_span(date: EdtfDate) -> tuple[str | None, str | None]:
    """The start and the end, each as exactly as it is known for certain."""
    if date.kind is not DateKind.INTERVAL:
        found = iso_date(date)
        return found, None
    ends = [part.text if part else None for part in date.parts]
    start, end = (iso_date(EdtfDate.parse(text)) if text else None for text in ends)
    return start, end


def _wikidata(item: str | None) -> str | None:
    return f"{_WIKIDATA}{item}" if item else None
