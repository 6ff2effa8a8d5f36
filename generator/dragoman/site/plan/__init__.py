"""Catalog in, pages out: every page of the site, with its address in each language and what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.diagnostics import Diagnostics
from dragoman.errors import DragomanError
from dragoman.model.facts import BuildFacts
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.mirror import reflect
from dragoman.site.plan.calendar import plan_calendar
from dragoman.site.plan.events import plan_events
from dragoman.site.plan.names import Alphabet
from dragoman.site.plan.organisations import plan_organisations
from dragoman.site.plan.outside import plan_outside, plan_redirects
from dragoman.site.plan.pairs import plan_comparisons, plan_pairs
from dragoman.site.plan.people import plan_people
from dragoman.site.plan.places import plan_places
from dragoman.site.plan.planned import Planned
from dragoman.site.plan.register import plan_register
from dragoman.site.plan.reuse import plan_reuse
from dragoman.site.plan.topics import plan_topics
from dragoman.site.plan.trust import plan_trust
from dragoman.site.views import Page, ProsePage, ProseView, ReportView

__all__ = ["plan_pages"]

_NO_FINDINGS = Diagnostics()


def plan_pages(
    catalog: Catalog,
    addresses: Addresses,
    prose: Sequence[ProsePage],
    facts: BuildFacts,
    findings: Diagnostics = _NO_FINDINGS,
    releases: Sequence[str] = (),
) -> Iterator[Page]:
    """All pages, one language after the other; the findings are for the editors' mirror, releases those of the data.

    Two pages at one address raise a DragomanError that names both.
    """
    taken: dict[str, str] = {}
    for page in _iter_pages(catalog, addresses, prose, facts, findings, releases):
        if page.path in taken:
            raise DragomanError(
                f"two pages want the same address {page.path}: one from {taken[page.path]}, one from {page.template}",
                hint="give the page in content/pages another slug, or the record another id or former id",
            )
        taken[page.path] = page.template
        yield page


def _iter_pages(
    catalog: Catalog,
    addresses: Addresses,
    prose: Sequence[ProsePage],
    facts: BuildFacts,
    findings: Diagnostics,
    releases: Sequence[str],
) -> Iterator[Page]:
    yield from plan_outside(catalog)
    report = Planned(
        locate=addresses.report, template="report.html", view=ReportView(mirror=reflect(catalog, facts, findings))
    )
    for language in catalog.site.languages:
        alphabet = Alphabet(language=language, default=catalog.site.default_language)
        yield from _lay_out(plan_calendar(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_events(catalog, alphabet, addresses, facts), language, catalog.site.languages)
        yield from _lay_out(plan_people(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_organisations(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_places(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_topics(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_pairs(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_comparisons(catalog, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_trust(catalog, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_register(catalog, alphabet, addresses), language, catalog.site.languages)
        yield from _lay_out(plan_reuse(catalog, alphabet, addresses, releases), language, catalog.site.languages)
        yield from _lay_out([report], language, catalog.site.languages)
    yield from _plan_prose(prose)
    yield from plan_redirects(catalog, addresses)


def _lay_out(planned: Iterable[Planned], language: str, languages: Sequence[str]) -> Iterator[Page]:
    for page in planned:
        yield Page(
            path=page.locate(language),
            language=language,
            template=page.template,
            view=page.view,
            alternates={other: page.locate(other) for other in ([language] if page.is_alone else languages)},
        )


def _plan_prose(prose: Sequence[ProsePage]) -> Iterator[Page]:
    for page in prose:
        yield Page(
            path=page.path,
            language=page.lang,
            template=page.template,
            view=ProseView(prose=page),
            alternates={other.lang: other.path for other in prose if other.key == page.key},
        )
