"""When an account that was looked for in vain should be looked for again."""

from __future__ import annotations

import datetime as dt

from dragoman.model.dates import EdtfDate

#: How long a search that found nothing may stand.
AGAIN_AFTER = dt.timedelta(days=90)
#: Of older contacts nobody expects an account to appear any more.
EXPECTED_FOR = dt.timedelta(days=365)


def find_days_since_search(searched: EdtfDate, happened: EdtfDate, today: dt.date) -> int | None:
    """How many days ago a search was made that is to be repeated; None where it is not."""
    last, ended = searched.upper, happened.upper
    if last is None or ended is None or today - ended > EXPECTED_FOR or today - last <= AGAIN_AFTER:
        return None
    return (today - last).days
