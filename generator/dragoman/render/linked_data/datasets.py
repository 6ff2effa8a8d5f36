"""The data in the words of schema.org: a Dataset with its downloads."""

from __future__ import annotations

from dragoman.render.data.descriptor import licence_address
from dragoman.render.data.plain import known
from dragoman.render.linked_data.things import Node, Speaker
from dragoman.site.views import DataView


def describe_data(view: DataView, speaker: Speaker) -> Node:
    """The dataset that a page of downloads offers."""
    page = speaker.addresses.absolute(speaker.addresses.section(speaker.language, "data"))
    first, last = view.years[:1], view.years[-1:]
    return known(
        **{"@type": "Dataset", "@id": speaker.id("data")},
        name=speaker.say(speaker.site.title),
        description=speaker.say(speaker.site.description),
        url=page,
        license=licence_address(speaker.site.licence),
        creator=speaker.publisher(),
        inLanguage=list(speaker.site.languages),
        isAccessibleForFree=True,
        temporalCoverage=f"{first[0]:04}/{last[0]:04}" if first and last else None,
        distribution=[
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": speaker.addresses.absolute(file.path),
                "encodingFormat": file.media_type,
            }
            for file in view.files
        ],
    )
