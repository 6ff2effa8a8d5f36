"""The tables of a site, with every column's meaning. The data dictionary is made from this.

A table's key is sound whatever the content: it is of ids that are names of files, of handles that are keys of a
mapping, or of numbers that are places in a list.
"""

from __future__ import annotations

from dragoman.render.data.columns import TableKind
from dragoman.render.data.table_kinds.accounts import ACCOUNTS
from dragoman.render.data.table_kinds.amendments import AMENDMENTS
from dragoman.render.data.table_kinds.contacts import CONTACTS
from dragoman.render.data.table_kinds.things import THINGS

#: Those first that others refer to.
KINDS: tuple[TableKind, ...] = (*THINGS, *CONTACTS, *ACCOUNTS, *AMENDMENTS)
