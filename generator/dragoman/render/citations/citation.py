"""What is cited when a contact is: the record in one version, in one language. All formats are made from this."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.model.site import Site
from dragoman.model.times import Moment
from dragoman.render.changes import get_change
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """``issued`` is the day of the record's last change in substance, ``version`` the digest of its content then.

    ``lang`` is the language of the title, ``contact`` the date of the contact itself, in EDTF.
    """

    key: str
    title: str
    lang: str
    site: str
    publisher: str
    issued: dt.date
    version: str
    url: str
    contact: str
    retracted: bool

    @property
    def moment(self) -> Moment:
        """``issued`` as templates show days."""
        return Moment.parse(self.issued.isoformat())


def make_citation(event: LinkedEvent, version: str, *, site: Site, addresses: Addresses, language: str) -> Citation:
    """The citation of an event as its page in that language shows it."""
    title = event.record.title.resolve((language, site.default_language))
    return Citation(
        key=event.id,
        title=title.text,
        lang=title.lang,
        site=site.title.resolve((language, site.default_language)).text,
        publisher=site.publisher.name,
        issued=get_change(event).date(),
        version=version,
        url=addresses.absolute(addresses.of(language, event)),
        contact=event.record.date.text,
        retracted=not event.is_listed,
    )
