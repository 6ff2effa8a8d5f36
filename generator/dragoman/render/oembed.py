"""What other sites show when somebody pastes a contact's address (oEmbed 1.0): words alone, no frame, no script."""

from __future__ import annotations

import html
import json

from dragoman.i18n.dates import format_date
from dragoman.i18n.formats import Style
from dragoman.i18n.locales import direction
from dragoman.i18n.messages import Messages
from dragoman.model.site import Site
from dragoman.model.text import Localized, Phrase
from dragoman.render.data.plain import known
from dragoman.render.markdown import to_html, to_inline_html
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent

NAME = "oembed.json"
#: Pixels, which the format wants of all that is not a mere link.
WIDTH, HEIGHT = 600, 300


def make_oembed(event: LinkedEvent, site: Site, addresses: Addresses, language: str, words: Messages) -> RenderedFile:
    """``oembed.json`` beside the contact's page: a quotation of its title, date and summary, and where it is from."""
    record = event.record

    def resolve(text: Localized) -> Phrase:
        return text.resolve((language, site.default_language))

    title, address = resolve(record.title), addresses.absolute(addresses.of(language, event))
    if record.retracted is None:
        summary = resolve(record.summary)
        body = str(to_html(summary.text))
    else:
        summary = resolve(record.retracted.text)
        body = f"<p>{to_inline_html(summary.text)}</p>"
    date, name = format_date(record.date, language, words, Style.FULL), resolve(site.title)
    markup = (
        f'<blockquote class="dragoman-contact" cite="{html.escape(address)}" {_marks(language)}>'
        f'<p><strong><a href="{html.escape(address)}" {_marks(title.lang)}>{html.escape(title.text)}</a></strong><br>'
        f"{html.escape(date)}</p><div {_marks(summary.lang)}>{body}</div>"
        f"<footer {_marks(name.lang)}>{html.escape(name.text)}</footer></blockquote>"
    )
    content = known(
        version="1.0",
        type="rich",
        title=title.text,
        author_name=site.publisher.name,
        author_url=site.publisher.url,
        provider_name=name.text,
        provider_url=addresses.absolute(addresses.front(language)),
        html=markup,
        width=WIDTH,
        height=HEIGHT,
    )
    path = addresses.beside(language, event, NAME)
    return RenderedFile(path=path, content=(json.dumps(content, ensure_ascii=False) + "\n").encode())


def _marks(lang: str) -> str:
    return f'lang="{html.escape(lang)}" dir="{direction(lang)}"'
