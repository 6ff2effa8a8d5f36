"""What clocks and calendars showed on each side when a contact began."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from dragoman.i18n.zones import find_zone
from dragoman.model.dates import EdtfDate
from dragoman.model.organisations import Organisation
from dragoman.site.catalog import LinkedEvent
from dragoman.site.views import LocalTimeView


def find_local_times(event: LinkedEvent) -> tuple[LocalTimeView, ...]:
    """The local time of the contact first, then that of each side whose clock is known and showed another.

    Empty where the time or the day is not known.
    """
    day, time = event.record.date.day, event.record.time
    if day is None or time is None or not event.record.date.is_exact:
        return ()
    moment = time.on(day)
    by_clock: dict[str, list[Organisation]] = {moment.isoformat(): []}
    zones = {moment.isoformat(): time.zone}
    for side in event.sides:
        zone = find_zone(side.id)
        if zone is not None:
            there = moment.astimezone(ZoneInfo(zone)).isoformat()
            by_clock.setdefault(there, []).append(side)
            zones.setdefault(there, zone)
    return tuple(
        LocalTimeView(
            sides=tuple(sides),
            zone=zones[clock],
            date=EdtfDate.parse(clock[:10]),
            time=clock[11:16],
            other_day=clock[:10] != day.isoformat(),
        )
        for clock, sides in by_clock.items()
    )
