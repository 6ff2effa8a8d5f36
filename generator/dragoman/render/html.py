"""Pages in, HTML files out: each page by its template, in the words of its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dragoman.i18n.messages import Messages, load_messages
from dragoman.model.site import Site
from dragoman.render.citations.citation import Citation, make_citation
from dragoman.render.environment import Additions, CompiledTemplates, Templates
from dragoman.render.linked_data import Speaker, make_linked_data
from dragoman.render.links import Links
from dragoman.render.markdown import sanitise_prose
from dragoman.render.markup import Html
from dragoman.render.previews.gallery import Gallery
from dragoman.render.previews.preview import Preview
from dragoman.render.theme import ThemePaths
from dragoman.render.untranslated import enclose, mark_enclosed
from dragoman.render.vocabulary import Vocabulary
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import SECTIONS, Addresses, Section
from dragoman.site.catalog import LinkedEvent
from dragoman.site.views import NotFoundView, Page, ProsePage, ProseView

#: Stands for the way to the site's root in what is put together before that is known; no text has this sign.
_ROOT = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language of the site: what its templates can say, and the templates themselves."""

    vocabulary: Vocabulary
    templates: Templates


class HtmlRenderer:
    """Makes the pages of one site in one theme. It remembers the parts that many pages share."""

    def __init__(
        self,
        theme: ThemePaths,
        *,
        site: Site,
        addresses: Addresses,
        prose: Sequence[ProsePage] = (),
        additions: Additions | None = None,
        versions: Mapping[str, str] | None = None,
        previews: Mapping[str, Preview] | None = None,
        searchable: bool = False,
    ) -> None:
        self._site = site
        self._addresses = addresses
        self._versions = versions or {}
        self._searchable = searchable
        self._gallery = Gallery(site=site, addresses=addresses, previews=previews or {})
        self._speakers = {
            language: Speaker(site=site, addresses=addresses, language=language, versions=self._versions)
            for language in site.languages
        }
        self._prose = {lang: tuple(page for page in prose if page.lang == lang) for lang in site.languages}
        self._parts: dict[tuple[Any, ...], str] = {}
        compiled = CompiledTemplates()
        self._tongues = {
            language: _make_tongue(theme, language, site.default_language, additions or Additions(), compiled)
            for language in site.languages
        }

    def render(self, page: Page) -> RenderedFile:
        """The file of one page. A fault in a template raises a DragomanError that names the template and the line."""
        text = self._tongues[page.language].templates.render(page.template, self._values(page))
        return RenderedFile(path=page.path, content=(mark_enclosed(text).strip("\n") + "\n").encode())

    def _values(self, page: Page) -> Mapping[str, Any]:
        tongue = self._tongues[page.language]
        links = Links(addresses=self._addresses, page=page, root=self._root(page), show=tongue.vocabulary.t)
        values = self._site_values(links) | {
            "page": page,
            "view": page.view,
            "here": links.here,
            "linked_data": partial(make_linked_data, page, self._speakers[page.language]),
        }
        if isinstance(page.view, ProseView):
            prose, url = page.view.prose, self._addresses.url
            values["body"] = Html(prose.html) if prose.is_trusted else sanitise_prose(prose.html, site_url=url)

        def card(event: LinkedEvent, level: int, *, dated: bool = False) -> Html:
            own = {"event": event, "level": level, "dated": dated}
            return self._remember(links, ("parts/card.html", event.id, level, dated), own)

        def shared(template: str, **own: Any) -> Html:
            return self._remember(links, (template, *own.items()), own)

        return values | {
            "card": card,
            "shared": shared,
            "footer": partial(shared, "parts/footer.html"),
            "in_every_language": lambda template: self._in_every_language(template, values),
        }

    def _site_values(self, links: Links) -> dict[str, Any]:
        """What templates can say on all pages of a language at one depth alike."""
        page = links.page
        return {
            "site": self._site,
            "prose_pages": self._prose[page.language],
            "root": links.root,
            "href": links.href,
            "url": links.url,
            "path_href": links.path_href,
            "beside": links.beside,
            "webcal": links.webcal,
            "front_path": links.front_path,
            "asset": links.asset,
            "link": links.link,
            "links": links.links,
            "absolute": self._addresses.absolute,
            "cite": partial(self._cite, page.language),
            "preview": partial(self._gallery.choose, page.language),
            "searchable": self._searchable,
        }

    def _remember(self, links: Links, part: tuple[Any, ...], own: Mapping[str, Any]) -> Html:
        """A part (its template, and what tells it from others) that is the same on all pages of a language.

        It is made once, from values that know nothing of the page it stands on; the way to the site's root, which
        pages at different depths have to go, is put in afterwards.
        """
        key = (links.page.language, *part)
        if key not in self._parts:
            values = {**self._site_values(replace(links, root=_ROOT)), **own}
            self._parts[key] = self._tongues[links.page.language].templates.render(part[0], values)
        return Html(self._parts[key].replace(_ROOT, links.root))

    def _in_every_language(self, template: str, values: Mapping[str, Any]) -> tuple[tuple[str, Html], ...]:
        """A part of a page that has words in all languages: the part as each of them puts it."""
        return tuple(
            (language, Html(tongue.templates.render(template, {**values, "language": language})))
            for language, tongue in self._tongues.items()
        )

    def _cite(self, language: str, event: LinkedEvent) -> Citation:
        version = self._versions.get(event.id, "")
        return make_citation(event, version, site=self._site, addresses=self._addresses, language=language)

    def _root(self, page: Page) -> str:
        if isinstance(page.view, NotFoundView):
            return self._addresses.base_path
        return "../" * page.path.count("/")


def _make_tongue(
    theme: ThemePaths, language: str, default: str, additions: Additions, compiled: CompiledTemplates
) -> Tongue:
    messages = load_messages(language, theme.locale_folders).enclosing(enclose)
    vocabulary = Vocabulary(language=language, default=default, messages=messages)
    templates = Templates(theme, messages, filters=vocabulary.filters(), additions=additions, compiled=compiled)
    return Tongue(vocabulary=vocabulary, templates=templates)


def translate_sections(messages: Messages) -> Mapping[Section, str]:
    """The sections' names in addresses, by the theme's catalog (context "section"); the words stand in words.html."""
    return {section: messages.pgettext("section", section) for section in SECTIONS}
