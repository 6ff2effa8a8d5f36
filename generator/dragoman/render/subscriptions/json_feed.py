"""JSON Feed 1.1. An item is written once and goes into every feed of its language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman.model.site import Site
from dragoman.render.data.plain import known
from dragoman.render.subscriptions.channels import Channel
from dragoman.render.subscriptions.entries import Entry
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses

ENDING = ".json"
_VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeedWriter:
    """Writes feeds, and remembers the items by id."""

    def __init__(self, site: Site, addresses: Addresses) -> None:
        self._site = site
        self._addresses = addresses
        self._written: dict[str, str] = {}

    def write(self, channel: Channel, entries: Sequence[Entry]) -> RenderedFile:
        """The feed of a channel with the entries in the order given."""
        path = channel.path + ENDING
        head = known(
            version=_VERSION,
            title=channel.title,
            home_page_url=channel.page,
            feed_url=self._addresses.absolute(path),
            description=channel.description,
            language=channel.language,
            authors=[known(name=self._site.publisher.name, url=self._site.publisher.url)],
        )
        items = ",\n".join(self._write_item(entry) for entry in entries)
        text = f'{_dump(head)[:-1]},"items":[\n{items}\n]}}\n'
        return RenderedFile(path=path, content=text.encode())

    def _write_item(self, entry: Entry) -> str:
        if entry.id not in self._written:
            self._written[entry.id] = _dump(
                known(
                    id=entry.id,
                    url=entry.address,
                    title=entry.title,
                    content_html=entry.html,
                    date_published=entry.published.isoformat(),
                    date_modified=entry.updated.isoformat(),
                    tags=list(entry.topics),
                    language=entry.lang,
                    # Names that begin with an underscore are the standard's way to add what it lacks.
                    _contact={"date": entry.date, "status": entry.status},
                )
            )
        return self._written[entry.id]


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
