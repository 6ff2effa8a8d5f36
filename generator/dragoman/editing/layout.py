"""Lays a file out: two spaces a level, lists indented, long texts folded, comments with what they belong to.

Knows how the shipped content is written. What is written in a flow (``{a: b}``) stays one unless it spans lines that
do not fit on one.
"""

from __future__ import annotations

from dragoman.editing.comments import BLANK, Comments
from dragoman.editing.scalars import INDENT, LONGEST_LINE, SHORTEST_FOLDED, can_be_literal, fold, notate, quote
from dragoman.editing.tree import Collection, Entry, Node, Scalar


def lay_out(tree: Node, comments: Comments) -> str:
    """The text of a file, ending with a line feed."""
    if isinstance(tree, Scalar):
        return "".join(f"{line}\n" for line in (*comments.header, *_Layout(comments).lay_scalar("", tree, 0)))
    above, lines = _Layout(comments).lay_collection(tree, 0)
    while above and above[0] == BLANK:
        above.pop(0)
    return "".join(f"{line}\n" for line in (*comments.header, *above, *lines))


class _Layout:
    """Lines of text for parts of one file; ``indent`` is always that of what is laid out."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments

    def lay_collection(self, node: Collection, indent: int) -> tuple[list[str], list[str]]:
        """The comments above its first entry, and all the rest of its lines."""
        if not node.entries:
            return [], [" " * indent + ("{}" if node.is_mapping else "[]")]
        first: list[str] = []
        lines: list[str] = []
        for entry in node.entries:
            above, own = self._lay_entry(entry, indent)
            padded = [" " * indent + line if line else line for line in above]
            if lines:
                lines += [*padded, *own]
            else:
                first, lines = padded, own
        below = self._comments.below.get(node.number, ())
        return first, [*lines, *(" " * indent + line if line else line for line in below)]

    def _lay_entry(self, entry: Entry, indent: int) -> tuple[list[str], list[str]]:
        above = [*self._comments.before.get(entry.number, ())]
        beside = self._comments.beside.get(entry.number, "")
        pad = " " * indent
        head = f"{pad}{entry.key.source}:" if entry.key else f"{pad}-"
        if isinstance(entry.value, Scalar):
            return above, self.lay_scalar(head, entry.value, indent, beside)
        flow = _find_flow(entry.value, len(head) + 1)
        if flow is not None:
            return above, [_join(head, flow, beside)]
        inner, lines = self.lay_collection(entry.value, indent + INDENT)
        if entry.key:
            return above, [_join(head, "", beside), *inner, *lines]
        above += [beside] if beside else []
        above += [line.strip() for line in inner]
        # Two that met here may both have brought a blank line along.
        above = [line for before, line in zip(["#", *above], above, strict=False) if line or before]
        return above, [f"{head} {lines[0].lstrip()}", *lines[1:]]

    def lay_scalar(self, head: str, scalar: Scalar, indent: int, beside: str = "") -> list[str]:
        """The lines of a text with the key or dash before it."""
        inside = indent + INDENT
        pad = " " * inside
        column = len(head) + 1
        core = scalar.value.removesuffix("\n") if scalar.style == ">" else scalar.value
        chomp = "" if core != scalar.value else "-"
        line = None if chomp == "" else _notate_as_before(scalar)
        folded = fold(core, inside)
        limit = SHORTEST_FOLDED if scalar.style in {">", "|"} else LONGEST_LINE
        if line is not None and (column + len(line) <= limit or (folded is None and scalar.style != "|")):
            return [_join(head, line, beside)]
        if folded is not None and scalar.style != "|" and (len(folded) > 1 or scalar.style == ">"):
            return [_join(head, f">{chomp}", beside), *(pad + text for text in folded)]
        if line is not None and scalar.style != "|":
            return [_join(head, line, beside)]
        return self._lay_block(head, scalar, inside, beside)

    def _lay_block(self, head: str, scalar: Scalar, inside: int, beside: str) -> list[str]:
        """A text of several lines as it is written; one in quotes line by line."""
        ends_open = scalar.value.endswith("\n\n") or not scalar.value.strip("\n")
        if ends_open:  # blank lines that belong to a text would take in those that stand before the next field
            return [_join(head, quote(scalar.value), beside)]
        if scalar.style in {"|", ">"}:
            style, body = scalar.style, scalar.source
        elif can_be_literal(scalar.value):
            style, body = "|", scalar.value
        else:
            return [_join(head, quote(scalar.value), beside)]
        lines = body.split("\n")
        while lines and not lines[-1].strip(" "):
            lines.pop()
        first = next((line for line in lines if line.strip(" ")), "")
        digit = str(INDENT) if first.startswith(" ") else ""
        chomp = "" if scalar.value.endswith("\n") else "-"
        pad = " " * inside
        return [_join(head, f"{style}{digit}{chomp}", beside), *(pad + line if line else "" for line in lines)]


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _notate_as_before(scalar: Scalar, *, in_flow: bool = False) -> str | None:
    """A text on one line, in the quotes it has; None where it has several lines."""
    if scalar.style in {"|", ">"}:
        return None if "\n" in scalar.value else notate(scalar.value)
    if "\n" not in scalar.source:
        return scalar.source
    if "\n" in scalar.value and not in_flow:
        return None
    if scalar.style == "'" and "\n" not in scalar.value:
        return "'" + scalar.value.replace("'", "''") + "'"
    return scalar.value if scalar.style == "" and "\n" not in scalar.value else quote(scalar.value)


def _find_flow(node: Collection, column: int) -> str | None:
    """A collection on one line; None where it is a block, or becomes one because it does not fit."""
    if not node.entries:
        return "{}" if node.is_mapping else "[]"
    if not node.is_flow:
        return None
    text = _notate_flow(node)
    return text if node.lines == 1 or column + len(text) <= LONGEST_LINE else None


def _notate_flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return _notate_as_before(node, in_flow=True) or ""
    parts = (
        f"{_notate_flow(entry.key)}: {_notate_flow(entry.value)}" if entry.key else _notate_flow(entry.value)
        for entry in node.entries
    )
    inside = ", ".join(parts)
    return f"{{{inside}}}" if node.is_mapping else f"[{inside}]"
