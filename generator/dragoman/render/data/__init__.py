"""The records as data: plain values, made once from the catalog, and the formats that hand them on.

What one format says, all say, since each takes its values from `events` and `records`, never from a page.
"""
