"""Says in plain sentences what a YAML parser's complaint means and what to do. Knows libyaml's words, not its code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.content.text import SourceText

Place = tuple[int, int]
"""A line and a column, both from 1."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A complaint in our words, and where it is best shown."""

    place: Place
    message: str
    hint: str


def explain(problem: str, context: str, place: Place, context_place: Place, text: SourceText) -> Explanation:
    """Translate a parser's ``problem`` (and ``context``, the thing it was reading) into a sentence and a remedy."""
    if problem.startswith("mapping values are not allowed"):
        return _explain_colon(place, text)
    if "unexpected end of stream" in problem and "quoted scalar" in context:
        return Explanation(context_place, "this quotation mark is never closed", _advise_closing(context_place, text))
    if "unexpected document indicator" in problem:
        return Explanation(
            context_place,
            "this quotation mark is not closed before “---”",
            "add the closing mark at the end of the text",
        )
    if "could not find expected ':'" in problem:
        return _explain_missing_colon(context_place, text)
    if "flow sequence" in context and "',' or ']'" in problem:
        return _explain_list(context_place, place, "[", "]", text)
    if "flow mapping" in context and "',' or '}'" in problem:
        return _explain_list(context_place, place, "{", "}", text)
    if "mapping keys are not allowed" in problem or ("node content" in problem and _starts_with(place, "?", text)):
        return _explain_question_mark(place, text)
    if "expected <block end>" in problem or "did not find expected key" in problem or "'-' indicator" in problem:
        return _explain_block(place, context, text)
    for beginning, message, hint in _SENTENCES:
        if beginning in problem:
            return Explanation(place, message, hint)
        if beginning in context:
            return Explanation(context_place, message, hint)
    return Explanation(
        place, f"this is not YAML ({problem})", "compare with a record that works; quote texts with special characters"
    )


_QUOTE = "put the whole text in double quotes"
_BEFORE_COLON = re.compile(r"\s*(?:- +)*[\w-]+\s*:\s+")
#: What people and word processors write for a straight quotation mark.
_CURLY = "“”„‟«»‘’‚‹›"
_SECOND_FIELD = re.compile(r"[,;]\s*([a-z_]+)\s*$")
_SENTENCES = (
    (
        "found unknown escape character",
        "a backslash in double quotes begins a special character",
        "write two backslashes, or use single quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list written with “-” begins on a line of its own",
        "put each “- …” on its own line below the key, or write [a, b]",
    ),
    (
        "scanning a block scalar",
        "the text begins on the line after “>” or “|”",
        "move the text to the next line, indented, or remove the sign",
    ),
    ("scanning an alias", "a text cannot begin with “*”", _QUOTE),
    ("scanning an anchor", "a text cannot begin with “&”", _QUOTE),
    ("scanning a directive", "a line cannot begin with “%”", _QUOTE),
    ("scanning a tag", "a text cannot begin with “!”", _QUOTE),
    ("parsing a tag", "a text cannot begin with “!”", _QUOTE),
    ("cannot start any token", "a text cannot begin with this character", _QUOTE),
    ("node content", "a value is missing here", "remove the sign that is too much, or write the value"),
    ("unexpected ':'", "a colon stands where it cannot", _QUOTE),
    (
        "<document start>",
        "this stands outside the record",
        "give it the same indentation as the other fields, with a key and a colon",
    ),
)


def _explain_colon(place: Place, text: SourceText) -> Explanation:
    """A second “: ” on one line, or a key that is indented more deeply than a complete field above it."""
    line, column = place
    before = text.get_line(line)[: column - 1]
    if re.search(r"""["']\s*$""", before):
        return _explain_quoted_start(place)
    key = _BEFORE_COLON.match(before)
    if key:
        return _explain_second_colon(key.group(), before[key.end() :], place)
    start = _find_indentation(before) + 1
    above = next((number for number in range(line - 1, 0, -1) if text.get_line(number).strip()), line)
    if _find_indentation(text.get_line(above)) + 1 >= start:
        return _explain_missing_colon((above, start), text)
    return Explanation(
        (line, start),
        "this line is indented more deeply than the field it belongs beside",
        "give it the same indentation as the line above, or quote the text above if it goes on here",
    )


def _explain_second_colon(key: str, between: str, place: Place) -> Explanation:
    """A text with a colon in it, or a second field on the same line."""
    line, column = place
    second = _SECOND_FIELD.search(between)
    if second:
        first = key.strip().removesuffix(":").removeprefix("-").strip()
        item = "- " if key.strip().startswith("-") else ""
        return Explanation(
            (line, column - len(between) + second.start(1)),
            f"a second field, “{second[1]}”, begins on this line",
            f"put “{second[1]}: …” on a line of its own"
            + (f", or write {item}{{{first}: …, {second[1]}: …}}" if item else "")
            + "; if all this is one text, put it in double quotes",
        )
    hint = f'write {key.strip()} "…" with the text in double quotes'
    if between[:1] in _CURLY:
        hint = f'write {key.strip()} "…" with straight quotation marks; “ and ” do not hold a text together'
    return Explanation(place, "a text with a colon needs quotes", hint)


def _advise_closing(place: Place, text: SourceText) -> str:
    line = text.get_line(place[0])
    if line.rstrip()[-1:] in _CURLY:
        return f"close it with a straight {line[place[1] - 1]}, which “{line.rstrip()[-1]}” is not"
    return "add the closing mark at the end of the text"


def _starts_with(place: Place, sign: str, text: SourceText) -> bool:
    return text.get_line(place[0])[place[1] - 1 :].startswith(sign)


def _explain_question_mark(place: Place, text: SourceText) -> Explanation:
    rest = text.get_line(place[0])[place[1] :].strip()
    if not rest or rest[0] in ",}]#":
        return Explanation(place, "“?” alone says nothing", "leave the line out if this is not known")
    return Explanation(place, "a text cannot begin with “? ”", _QUOTE)


def _explain_quoted_start(place: Place) -> Explanation:
    return Explanation(
        place,
        "something follows the closing quotation mark",
        "put the whole text between the quotation marks; write a quotation mark inside it as „…“ or “…”",
    )


def _find_indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _explain_missing_colon(place: Place, text: SourceText) -> Explanation:
    line, _ = place
    words = text.get_line(line)
    column = _find_indentation(words) + 1
    if words.strip()[:1] in ('"', "'") and not words.strip().endswith(":"):
        return Explanation((line, column), "this text has no key", "write the field's name and a colon before it")
    if re.match(r"\s*(?:- )?[\w-]+:[^ ]", words):
        return Explanation((line, column), "a space is missing after the colon", "write “key: value”")
    return Explanation(
        (line, column),
        "this line has no colon",
        "write “key: value”; if it continues the text above, indent it more deeply than the key",
    )


def _explain_list(start: Place, place: Place, opening: str, closing: str, text: SourceText) -> Explanation:
    """An unclosed bracket, or something that should be quoted between brackets or braces."""
    inside = text.get_line(place[0])[: place[1] - 1]
    if start[0] == place[0] and closing in text.get_line(place[0])[place[1] - 1 :]:
        return Explanation(
            place,
            f"a comma is missing between “{opening}” and “{closing}”, or a text needs quotes",
            f"separate with commas: {opening}a, b{closing}; quote texts with special characters",
        )
    if start[0] == place[0] and inside.rstrip().endswith(('"', "'")):
        return Explanation(
            place, "something follows the closing quotation mark", "put the whole text between the quotation marks"
        )
    return Explanation(start, f"this “{opening}” is never closed", f"add “{closing}” where the list ends")


def _explain_block(place: Place, context: str, text: SourceText) -> Explanation:
    """A line that fits into no indentation, or words after a closing quotation mark."""
    line, column = place
    words = text.get_line(line)
    before = words[: column - 1]
    if re.search(r"""["'][ ]*$""", before):
        return _explain_quoted_start(place)
    if re.search(r"[\]}][ ]*$", before):
        return Explanation(
            place, "something follows the closing bracket", "quote the whole text, or remove what is too much"
        )
    if words[column - 1 :].startswith("- "):
        return _explain_item(place, text)
    if "sequence" in context:
        return Explanation(
            place,
            "a field stands here, where a list item is expected",
            "begin the item with “- ”, or check the indentation",
        )
    return Explanation(
        place,
        "this line is not indented like the fields beside it",
        "fields of one record begin in the same column: use two spaces per level",
    )


def _explain_item(place: Place, text: SourceText) -> Explanation:
    line, column = place
    above = _find_item_above(line, text)
    if above is None or above == column:
        return Explanation(place, "a list item stands here, where a field is expected", "indent it below its key")
    return Explanation(
        place,
        "this list item is not indented like those above",
        f"begin it in the same column as the items above ({above})",
    )


def _find_item_above(line: int, text: SourceText) -> int | None:
    """The column of the list's first item, if the lines above are a list's."""
    column = None
    for number in range(line - 1, 0, -1):
        words = text.get_line(number)
        start = _find_indentation(words) + 1
        if not words.strip() or words.strip().startswith("#") or (column and start > column):
            continue
        if not words[start - 1 :].startswith("- "):
            break
        column = start
    return column
