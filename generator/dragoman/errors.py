"""What can go wrong and whose it is to mend: the operator's (DragomanError) or the contributor's (ContentError)."""

from __future__ import annotations

from dragoman.diagnostics import Diagnostics


class DragomanError(Exception):
    """Wrong use, a wrong setting, or a machine that refuses: a sentence for the operator, who can mend it.

    ``exitcode`` is what the process ends with; Pelican reads the attribute too.
    """

    exitcode = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ContentError(Exception):
    """The content has findings of severity error, so nothing is rendered, written or removed."""

    exitcode = 1

    def __init__(self, diagnostics: Diagnostics) -> None:
        count = sum(1 for _ in diagnostics)
        super().__init__(f"the content has findings that stop the build ({count} in all)")
        self.diagnostics = diagnostics
