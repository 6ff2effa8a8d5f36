"""Turns the HTML of a timeline's texts into the safe subset of Markdown, and says what had no place in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_MARKS = re.compile(r"([\\*_\[\]`])")
_LINE_MARKS = re.compile(r"(?m)^([ \t]*\d*)(?=(?<!\d)[-+>#]|(?<=\d)\.\s)")
_WRAPPED = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "ul",
    "ol",
    "blockquote",
}
#: Elements of which nothing is lost when only their text is kept.
_HARMLESS = {
    "span",
    "small",
    "br",
    "a",
    "li",
    "font",
    "time",
    "abbr",
    "wbr",
    "td",
    "tr",
    "div",
    "p",
    "section",
    "article",
}
_SILENT = {"script", "style", "iframe", "object", "embed", "video", "audio", "svg", "template", "noscript"}
_VOID = {"img", "br", "hr", "wbr", "input", "embed", "source"}


def to_markdown(html: str) -> tuple[str, tuple[str, ...]]:
    """The text as Markdown, and the elements that were lost (``<img>``, the address of a link …), each once."""
    if "<" not in html and "&" not in html:
        return _escape(html).strip(), ()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish(), tuple(dict.fromkeys(reader.lost))


def to_text(html: str) -> str:
    """The text on one line, without any markup."""
    reader = _Reader(is_plain=True)
    reader.feed(html)
    reader.close()
    return " ".join(reader.finish().split())


class _Reader(HTMLParser):
    """Gathers text block by block; ``lost`` names what was left out."""

    def __init__(self, *, is_plain: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._is_plain = is_plain
        self._blocks: list[str] = []
        self._inline: list[str] = []
        self._silent = 0
        self._links: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._item = ""
        self._was_item = False
        self._lists: list[str] = []
        self._quotes = 0
        self.lost: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.lost.append(f"<{tag}>")
            self._silent += tag not in _VOID
        elif self._silent:
            return
        elif tag in _WRAPPED:
            self._open_mark(tag)
        elif tag == "a":
            self._links.append(self._check_address(dict(attrs).get("href") or ""))
            if self._links[-1] and not self._is_plain:
                self._inline.append("[")
        elif tag == "br":
            self._inline.append("\n")
        elif tag == "li":
            self._end_block()
            self._item = "1. " if self._lists[-1:] == ["ol"] else "- "
        elif tag in _BLOCKS:
            self._end_block()
            if tag in {"ul", "ol"}:
                self._lists.append(tag)
            self._quotes += tag == "blockquote"
            if tag[0] == "h" or tag == "table":
                self.lost.append(f"<{tag}>")
        elif tag not in _HARMLESS:
            self.lost.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - (tag not in _VOID))
        elif self._silent:
            return
        elif tag in _WRAPPED:
            self._close_mark(tag)
        elif tag == "li":
            self._end_block()
        elif tag == "a" and self._links:
            address = self._links.pop()
            if address and not self._is_plain:
                self._inline.append(f"]({address})")
        elif tag in _BLOCKS:
            self._end_block()
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()
            self._quotes = max(0, self._quotes - (tag == "blockquote"))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            text = re.sub(r"\s+", " ", data)
            self._inline.append(text if self._is_plain else _MARKS.sub(r"\\\1", text))

    def finish(self) -> str:
        self._end_block()
        return "\n\n".join(self._blocks)

    def _open_mark(self, tag: str) -> None:
        self._open.append((tag, len(self._inline)))

    def _close_mark(self, tag: str) -> None:
        """Put marks around the text of an element, without the blanks at its ends; around blanks none."""
        begun = next((start for name, start in reversed(self._open) if name == tag), None)
        if begun is None:
            return
        self._open = [(name, start) for name, start in self._open if start < begun]
        text = "".join(self._inline[begun:])
        core = text.strip()
        if core and not self._is_plain:
            before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
            text = f"{before}{_WRAPPED[tag]}{core}{_WRAPPED[tag]}{after}"
        self._inline[begun:] = [text]

    def _check_address(self, address: str) -> str:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            parts = urlsplit("")
        if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"[\s()<>]", address.strip()):
            return address.strip()
        self.lost.append(f"a link to “{address.strip()[:60]}”")
        return ""

    def _end_block(self) -> None:
        open_marks = [tag for tag, _ in self._open]
        for tag in reversed(open_marks):
            self._close_mark(tag)
        text, item = "".join(self._inline), self._item
        self._inline, self._item, self._open = [], "", [(tag, 0) for tag in open_marks]
        lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
        body = "\n".join(line for line in lines if line)
        if not body:
            return
        if not self._is_plain:
            body = item + _LINE_MARKS.sub(r"\1\\", body)
            body = "\n".join(f"> {line}" for line in body.split("\n")) if self._quotes else body
        if item and self._was_item:
            self._blocks[-1] += f"\n{body}"
        else:
            self._blocks.append(body)
        self._was_item = bool(item)


def _escape(text: str) -> str:
    return _LINE_MARKS.sub(r"\1\\", _MARKS.sub(r"\\\1", text))
