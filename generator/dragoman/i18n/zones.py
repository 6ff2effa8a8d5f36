"""Which clock a state goes by, where that can be said in one word: the zone of its only zone or of its capital."""

from __future__ import annotations

import functools
import zoneinfo

from babel.core import get_global

#: States with several zones, by the zone of the seat of government.
_CAPITALS = {
    "ar": "America/Argentina/Buenos_Aires",
    "au": "Australia/Sydney",
    "br": "America/Sao_Paulo",
    "ca": "America/Toronto",
    "cd": "Africa/Kinshasa",
    "cl": "America/Santiago",
    "cn": "Asia/Shanghai",
    "cy": "Asia/Nicosia",
    "de": "Europe/Berlin",
    "ec": "America/Guayaquil",
    "es": "Europe/Madrid",
    "fm": "Pacific/Pohnpei",
    "gl": "America/Nuuk",
    "id": "Asia/Jakarta",
    "ki": "Pacific/Tarawa",
    "kz": "Asia/Almaty",
    "mh": "Pacific/Majuro",
    "mn": "Asia/Ulaanbaatar",
    "mx": "America/Mexico_City",
    "my": "Asia/Kuala_Lumpur",
    "nz": "Pacific/Auckland",
    "pf": "Pacific/Tahiti",
    "pg": "Pacific/Port_Moresby",
    "ps": "Asia/Hebron",
    "pt": "Europe/Lisbon",
    "ru": "Europe/Moscow",
    "ua": "Europe/Kyiv",
    "us": "America/New_York",
    "uz": "Asia/Tashkent",
    "vn": "Asia/Ho_Chi_Minh",
}


@functools.cache
def find_zone(territory: str) -> str | None:
    """The IANA zone of a state by its ISO 3166-1 code in lower case; None where it is unknown or not one state's."""
    if territory in _CAPITALS:
        return _CAPITALS[territory]
    zones = get_global("territory_zones").get(territory.upper(), [])
    known = [zone for zone in zones if zone in zoneinfo.available_timezones()]
    return known[0] if len(known) == 1 else None
