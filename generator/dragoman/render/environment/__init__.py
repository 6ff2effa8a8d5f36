"""The theme's templates in one language. The only package that knows Jinja.

What templates can say is not decided here: filters and functions come in as values (see ``vocabulary`` and ``links``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from dragoman.errors import DragomanError
from dragoman.i18n.messages import Messages
from dragoman.render.environment.quick import QuickEnvironment, install_messages
from dragoman.render.theme import ThemePaths

#: A template that overrides another of the same name reaches it as ``!theme/NAME``; a theme that builds on another
#: reaches that one's as ``!dragoman/NAME``.
THEME_PREFIX, BASE_PREFIX = "!theme", "!dragoman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """What the site's own settings add to the templates' words (Pelican's JINJA_FILTERS and the like)."""

    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    functions: Mapping[str, Any] = field(default_factory=dict)
    tests: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


class CompiledTemplates(jinja2.BytecodeCache):
    """Templates compiled in memory, so that the second language need not compile them again."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


class Templates:
    """All templates of a theme, with the words of one language."""

    def __init__(
        self,
        theme: ThemePaths,
        messages: Messages,
        *,
        filters: Mapping[str, Callable[..., Any]],
        additions: Additions,
        compiled: CompiledTemplates,
    ) -> None:
        environment = QuickEnvironment(
            loader=_make_loader(theme),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled,
            extensions=["jinja2.ext.i18n"],
        )
        install_messages(environment, messages)
        environment.filters.update(additions.filters)
        environment.filters.update(filters)
        environment.globals.update(additions.functions)
        environment.tests.update(additions.tests)
        self._environment = environment

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The text that a template makes of the values; a fault of the template is a DragomanError with its place."""
        try:
            return self._environment.get_template(name).render(values)
        except jinja2.TemplateError as error:
            raise _explain(error, name) from error

    def read_sets(self, name: str) -> Mapping[str, Any]:
        """What a template that only sets names (such as ``words.html``) sets them to."""
        try:
            return dict(vars(self._environment.get_template(name).module))
        except jinja2.TemplateError as error:
            raise _explain(error, name) from error


def _make_loader(theme: ThemePaths) -> jinja2.BaseLoader:
    own = jinja2.FileSystemLoader(_as_texts(theme.template_folders))
    base = jinja2.FileSystemLoader(_as_texts(theme.template_folders[-1:]))
    return jinja2.ChoiceLoader(
        [
            jinja2.FileSystemLoader(_as_texts(theme.override_folders)),
            own,
            jinja2.PrefixLoader({THEME_PREFIX: own, BASE_PREFIX: base}),
        ]
    )


def _as_texts(folders: tuple[Path, ...]) -> list[str]:
    return [str(folder) for folder in folders]


def _explain(error: jinja2.TemplateError, asked_for: str) -> DragomanError:
    match error:
        case jinja2.TemplateNotFound():
            return DragomanError(f"the theme has no template {error.name or asked_for}", hint=_found_from(asked_for))
        case jinja2.TemplateSyntaxError():
            return DragomanError(f"{error.filename or error.name or asked_for}:{error.lineno}: {error.message}")
        case _:
            place = _find_place(error.__traceback__) or asked_for
            return DragomanError(
                f"{place}: {error.message}", hint="the template uses a name that its page does not have"
            )


def _found_from(template: str) -> str:
    return f"it was looked for while making a page from {template}"


def _find_place(traceback: TracebackType | None) -> str | None:
    """The innermost template in a traceback, with its line; Jinja gives its frames the template's file and lines."""
    place = None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if "__jinja_template__" in traceback.tb_frame.f_globals or code.co_filename.endswith(".html"):
            place = f"{code.co_filename}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
