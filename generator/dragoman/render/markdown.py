"""The safe subset of Markdown that contributors write, as HTML and as plain text; and prose made harmless.

Knows Python-Markdown and nh3. Knows nothing of languages, pages or templates.
"""

from __future__ import annotations

import functools
import html
import re
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor

from dragoman.model.marks import find_excess
from dragoman.render.markup import Html

#: What Markdown has besides paragraphs, emphasis, links, lists and quotes, by the library's names.
_BLOCKS_LEFT_OUT = ("code", "hashheader", "setextheader", "hr", "reference")
_INLINES_LEFT_OUT = (
    "backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref", "automail",
    "linebreak", "html", "entity",
)  # fmt: skip
_LISTS_AND_QUOTES = ("indent", "ulist", "olist", "quote")

_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "span"}
_INLINE_TAGS = {"em", "strong", "a", "span"}
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "span": {"lang", "dir"}}
_SCHEMES = {"http", "https"}
_LINK_WITHOUT_ADDRESS = re.compile(r'<a rel="external">(.*?)</a>', re.DOTALL)

#: A phrase in another language: ``:en[joint statement]``.
_PHRASE = r"(?<![\w:]):([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\[([^\[\]]+)\]"
#: "26. September" at the start of a paragraph is a date; only what begins with 1 is a list.
_NUMBER_THAT_STARTS_NO_LIST = re.compile(r"((?:\A|\n[ \t]*\n)[ ]{0,3})(?!1\.)(\d+)\.(?=\s)")

#: A text in which nothing is marked up: no sign with a meaning, no list, no indentation, no odd blank.
_PLAIN = re.compile(r"(?![-+\s]|\d+\.)[^*_\[\]<>&`\\\t\r\x00-\x09\x0b-\x1f\x7f]+")
_ODD_LINES = re.compile(r"\n(?:[-+\s]|\d+\.)(?<!\n\n)|\s\n(?<!\n\n)|\n{3,}|\s\Z|\n\n(?:[-+\s]|\d+\.)|\s{2,}(?<!\n\n)")

#: Texts, each asked for by several outputs: all that are marked up on a site of ten thousand contacts.
_MOST_REMEMBERED = 32_768
#: What most other texts have besides: emphasis, links and phrases, each on one line and with nothing in it.
_WORDS = r"(?!\s)[^*_\[\]<>&`\\:\x00-\x1f\x7f]+(?<!\s)"
_SIMPLE = re.compile(
    rf"(?<!\*)(?:\*\*({_WORDS})\*\*|\*({_WORDS})\*)(?![*\w])"
    rf"|(?<![!\w:\]])\[({_WORDS})\]\((https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:/[A-Za-z0-9._~%?=/#-]*)?)\)"
    rf"|(?<![\w:]):([A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*)\[({_WORDS})\]"
)


def to_html(text: str) -> Html:
    """Markdown as block elements. Raw HTML is shown as text; addresses are http or https."""
    if _is_simple(text):
        return Html("\n".join(f"<p>{_mark_simply(block)}</p>" for block in text.split("\n\n")))
    return _to_marked_html(text)


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def _to_marked_html(text: str) -> Html:
    """The same of a text in which something is marked up: pages, feeds and what others embed ask for it in turn."""
    if find_excess(text):
        return _unmarked(text)
    return _clean(_convert(_block_converter(), text), _TAGS)


def to_inline_html(text: str) -> Html:
    """Inline Markdown (emphasis, links, phrases) without an element around it; line breaks become blanks."""
    line = re.sub(r"[ \t\n]+", " ", text).strip(" ")
    if _is_simple(line):
        return Html(_mark_simply(line))
    if find_excess(line):
        return Html(_escape(line))
    return _clean(_convert(_inline_converter(), line), _INLINE_TAGS)


def to_plain(text: str) -> str:
    """Markdown as one line of plain text, for descriptions and feeds."""
    if _is_simple(text):
        return _to_line(_SIMPLE.sub(lambda found: next(filter(None, found.group(1, 2, 3, 6))), text))
    return _to_line(_without_marks(text))


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def _without_marks(text: str) -> str:
    return _strip(to_html(text))


def _to_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


class _PhraseProcessor(InlineProcessor):
    """Marks a phrase with its language; the browser finds the direction of its script."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 (the library's signature)
    ) -> tuple[Element, int, int]:
        span = Element("span", {"lang": m.group(1), "dir": "auto"})
        span.text = m.group(2)
        return span, m.start(0), m.end(0)


@functools.cache
def _block_converter() -> markdown.Markdown:
    return _make_converter(_BLOCKS_LEFT_OUT)


@functools.cache
def _inline_converter() -> markdown.Markdown:
    return _make_converter((*_BLOCKS_LEFT_OUT, *_LISTS_AND_QUOTES))


def _make_converter(blocks_left_out: tuple[str, ...]) -> markdown.Markdown:
    # Two blanks are what people indent a list's list by, though the library's default is four.
    converter = markdown.Markdown(output_format="html", tab_length=2)
    converter.preprocessors.deregister("html_block")
    for name in blocks_left_out:
        converter.parser.blockprocessors.deregister(name)
    for name in _INLINES_LEFT_OUT:
        converter.inlinePatterns.deregister(name)
    converter.inlinePatterns.register(_PhraseProcessor(_PHRASE, converter), "phrase", 165)
    return converter


def _convert(converter: markdown.Markdown, text: str) -> str:
    return converter.reset().convert(_NUMBER_THAT_STARTS_NO_LIST.sub(r"\1\2\\.", text))


def _clean(markup: str, tags: set[str]) -> Html:
    safe = nh3.clean(
        markup, tags=tags, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="external", clean_content_tags=set()
    )
    return Html(_LINK_WITHOUT_ADDRESS.sub(r"\1", safe).replace("&nbsp;", "\xa0"))


def _strip(markup: str) -> str:
    return html.unescape(nh3.clean(re.sub(r"(?=</(?:p|li)>)", " ", markup), tags=set()))


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and _ODD_LINES.search(text) is None


def _is_simple(text: str) -> bool:
    """Whether a text is plain but for what can be marked up without the library."""
    if _is_plain(text):
        return True
    return ("*" in text or "[" in text) and _is_plain(_SIMPLE.sub("x", text)) and not find_excess(text)


def _mark_simply(text: str) -> str:
    return _SIMPLE.sub(_replace, text) if "*" in text or "[" in text else text


def _replace(found: re.Match[str]) -> str:
    strong, emphasis, words, address, lang, phrase = found.groups()
    if strong:
        return f"<strong>{strong}</strong>"
    if emphasis:
        return f"<em>{emphasis}</em>"
    if words:
        return f'<a href="{address}" rel="external">{words}</a>'
    return f'<span dir="auto" lang="{lang}">{phrase}</span>'


def _unmarked(text: str) -> Html:
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", text))
    return Html("\n".join(f"<p>{_escape(block)}</p>" for block in blocks if block))


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


# --- Prose that Pelican has read ---------------------------------------------------------------------------

_PROSE_TAGS = {
    "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "ul", "var",
}  # fmt: skip
_PROSE_ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_PROSE_SCHEMES = {"http", "https", "mailto"}
_IMAGE = re.compile(r"<img\b[^>]*>")
_ALT = re.compile(r'\salt="([^"]*)"')
_TITLE_HEADING = re.compile(r"(</?)h1\b")


def sanitise_prose(markup: str, *, site_url: str) -> Html:
    """A page of prose without anything that runs, or that a reader's browser would fetch from elsewhere.

    An image from another host becomes its alternative text. The page's title is its only first-level heading.
    """
    safe = nh3.clean(markup, tags=_PROSE_TAGS, attributes=_PROSE_ATTRIBUTES, url_schemes=_PROSE_SCHEMES, link_rel=None)
    own = _IMAGE.sub(lambda found: found[0] if _is_own_image(found[0], site_url) else _alternative(found[0]), safe)
    return Html(_TITLE_HEADING.sub(r"\1h2", own))


def _is_own_image(tag: str, site_url: str) -> bool:
    source = re.search(r'\ssrc="([^"]*)"', tag)
    if source is None:
        return False
    # As browsers read it: without tabs and line ends, and a backslash is a slash.
    address = re.sub(r"[\t\n\r]", "", html.unescape(source[1])).strip().replace("\\", "/")
    return address.startswith(site_url) or not re.match(r"[\w+.-]+:|//", address)


def _alternative(tag: str) -> str:
    found = _ALT.search(tag)
    return found[1] if found else ""
