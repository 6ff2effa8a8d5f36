"""Turns the HTML of a timeline's texts into the safe subset of Markdown, and says what had no place in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_MARKS = re.compile(r"([\\*_\[\]`])")
_LINE_MARKS = re.compile(r"(?m)^(\s*)([-+>#]|\d+(?=\.\s))")
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
        self._open: list[str] = []
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
            self._wrap(_WRAPPED[tag])
            self._open.append(tag)
        elif tag == "a":
            self._links.append(self._check_address(dict(attrs).get("href") or ""))
            if self._links[-1] and not self._is_plain:
                self._inline.append("[")
        elif tag == "br":
            self._inline.append("\n")
        elif tag == "li":
            self._end_block()
            self._inline.append("1. " if self._lists[-1:] == ["ol"] else "- ")
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
        elif tag in _WRAPPED and tag in self._open:
            self._open.remove(tag)
            self._wrap(_WRAPPED[tag])
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
        for tag in reversed(self._open):
            self._wrap(_WRAPPED[tag])
        self._end_block()
        return "\n\n".join(self._blocks)

    def _wrap(self, mark: str) -> None:
        if not self._is_plain:
            self._inline.append(mark)

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
        text = "".join(self._inline)
        self._inline = []
        for mark in ("**", "*"):  # a mark around blanks marks nothing up
            text = re.sub(rf"(?<![*\\]){re.escape(mark)}(\s*){re.escape(mark)}(?!\*)", r"\1", text)
        lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
        body = "\n".join(line for line in lines if line)
        if not body:
            return
        is_item = re.match(r"(?:- |1\. )", body) is not None
        if not is_item and not self._is_plain:
            body = _LINE_MARKS.sub(r"\1\\\2", body)
        if self._quotes and not self._is_plain:
            body = "\n".join(f"> {line}" for line in body.split("\n"))
        if is_item and self._blocks and re.match(r"(?:> )*(?:- |1\. )", self._blocks[-1]):
            self._blocks[-1] += f"\n{body}"
        else:
            self._blocks.append(body)


def _escape(text: str) -> str:
    return _LINE_MARKS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))
