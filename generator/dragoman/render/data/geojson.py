"""Places, and contacts at them, as GeoJSON (RFC 7946), where coordinates are known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.render.data.plain import Plain
from dragoman.render.data.records import DataSet


def write_places(data: DataSet) -> bytes | None:
    """A feature for each place; None where no place has coordinates."""
    return _collect(_feature(place["id"], [place], place) for place in data.places if "lat" in place and "lon" in place)


def write_events(data: DataSet) -> bytes | None:
    """A feature for each contact at such a place, without its accounts; None where there is none."""
    places = {place["id"]: place for place in data.places if "lat" in place and "lon" in place}
    return _collect(_iter_events(data, places))


def _iter_events(data: DataSet, places: dict[str, Plain]) -> Iterator[dict[str, Any]]:
    kept = ("date", "day", "type", "status", "title", "sides", "places", "topics", "pages")
    for event in data.events:
        known = [places[place] for place in event.get("places", ()) if place in places]
        if known:
            yield _feature(event["id"], known, {name: event[name] for name in kept if name in event})


def _feature(feature_id: str, places: list[Plain], properties: Plain) -> dict[str, Any]:
    points = [[place["lon"], place["lat"]] for place in places]
    geometry: dict[str, Any] = {"type": "Point", "coordinates": points[0]}
    if len(points) > 1:
        geometry = {"type": "MultiPoint", "coordinates": points}
    kept = {name: value for name, value in properties.items() if name not in {"lat", "lon"}}
    return {"type": "Feature", "id": feature_id, "geometry": geometry, "properties": kept}


def _collect(features: Iterable[dict[str, Any]]) -> bytes | None:
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features]
    if not lines:
        return None
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode()
