"""The mapping of a timeline for which nobody wrote one: each slide a contact of the same participants."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.importing.mapping import Mapped, make_mapping


def map_timeline(
    name: str,
    *,
    participants: Sequence[str],
    topics: Sequence[str],
    kind: str,
    languages: Sequence[str],
    language: str | None,
) -> Mapped:
    """The mapping. Texts are in ``language`` (by default the first of the site's), and under the first."""
    spoken = language or languages[0]
    tags = list(dict.fromkeys((languages[0], spoken)))
    return make_mapping(
        name,
        {
            "language": spoken,
            "id": "{headline}",
            "columns": {"text": {"markdown": "true"}},
            "ignore": ["id", "time"],
            "event": {
                "date": {"from": "{date}", "to": "{end}"},
                "type": kind,
                "title": dict.fromkeys(tags, "{headline}"),
                "summary": dict.fromkeys(tags, "{text|headline}"),
                "participants": [{"organisation": participant} for participant in participants],
                "topics": list(topics),
                "sources": {
                    "media": {
                        "url": "{media}",
                        "publisher": "{media_credit|media_host}",
                        "title": "{media_caption}",
                        "lang": spoken,
                    },
                    "timeline": {"ref": name, "publisher": f"the timeline {name}", "lang": spoken},
                },
            },
        },
    )
