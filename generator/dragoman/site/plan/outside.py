"""The pages outside the languages, and those at addresses that things once had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.model.records import Record
from dragoman.site.addresses import INDEX, Addresses, Section
from dragoman.site.catalog import Catalog
from dragoman.site.views import ChooserView, NotFoundView, Page, RedirectView


def plan_outside(catalog: Catalog) -> Iterator[Page]:
    """The chooser of languages, and the page for addresses that lead nowhere."""
    language = catalog.site.default_language
    yield Page(
        path=INDEX, language=language, template="chooser.html", view=ChooserView(site=catalog.site), alternates={}
    )
    yield Page(
        path="404.html", language=language, template="404.html", view=NotFoundView(site=catalog.site), alternates={}
    )


def plan_redirects(catalog: Catalog, addresses: Addresses) -> Iterator[Page]:
    """A page at each former address, in every language, that leads to the present one."""
    sections: Mapping[Section, Mapping[str, Record]] = {
        "events": {event.id: event.record for event in catalog.events.values()},
        "people": catalog.people,
        "organisations": catalog.organisations,
        "places": catalog.places,
        "topics": catalog.topics,
    }
    for section, records in sections.items():
        for record in records.values():
            for former in record.former_ids:
                for language in catalog.site.languages:
                    yield Page(
                        path=addresses.entry(language, section, former),
                        language=language,
                        template="redirect.html",
                        view=RedirectView(target=addresses.entry(language, section, record.id)),
                        alternates={},
                    )
