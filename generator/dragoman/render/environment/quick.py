"""Jinja with less to do for each call, name, text and part. The pages are the same.

Everything is done at the places that Jinja has for it: its classes of environment, template, context and code. What is
given up: templates do not change while a build runs, all have the same globals, and a macro escapes what it is given
even where ``{% autoescape false %}`` calls it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, Macro
from markupsafe import Markup, escape

from dragoman.i18n.messages import Messages
from dragoman.render.markup import Html

#: What is called as it is, unless it bears the sign that it wants to know where it is called.
_CALLABLES = frozenset({FunctionType, MethodType, BuiltinFunctionType, partial, BlockReference})
_SIGN = "jinja_pass_arg"
_SPECIAL = re.compile("[&<>\"']")


class _Code(CodeGenerator):
    """Templates as Python: calls are direct, attributes are looked up without a method in between."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.write("context.callee(")
        self.visit(node.node, frame)
        self.write(", _loop_vars" if frame.loop_frame else ", None")
        self.write(", _block_vars" if frame.block_frame else ", None")
        self.write(")(")
        self.write(self._arguments(node, frame, {"caller": "caller"} if forward_caller else None).removeprefix(", "))
        self.write(")")

    def _arguments(self, node: nodes.Call, frame: Frame, more: Mapping[str, str] | None) -> str:
        whole, self.stream = self.stream, io.StringIO()
        try:
            self.signature(node, frame, more)
            return self.stream.getvalue()
        finally:
            self.stream = whole

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("(a_value if (a_value := getattr((a_thing := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(a_thing, {node.attr!r}))")


class _Context(Context):
    """The variables of a template, made with fewer copies."""

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[..., Any]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002 - as the library calls it
    ) -> None:
        self.parent = parent
        self.vars = {}
        self.environment = environment
        self.eval_ctx = EvalContext(environment, name)
        self.exported_vars = set()
        self.name = name
        self.globals_keys = set()
        self.blocks = {key: [block] for key, block in blocks.items()}

    def callee(self, thing: Any, of_loop: Any, of_block: Any) -> Callable[..., Any]:
        """What a call of ``thing`` calls. Only what wants to know its context needs the variables around it."""
        kind = type(thing)
        if kind is Macro or (kind in _CALLABLES and not hasattr(thing, _SIGN)):
            return thing  # type: ignore[no-any-return]
        around = {"_loop_vars": of_loop, "_block_vars": of_block}
        return partial(self.call, thing, **{name: found for name, found in around.items() if found is not None})


class _Template(jinja2.Template):
    """A template that is imported in one form everywhere, and shows markup without wrapping it again."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - as the library calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _show
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        if self._module is None:
            self._module = TemplateModule(self, self.new_context())
        return self._module


class QuickEnvironment(jinja2.Environment):
    """Templates that are the same as long as the environment lives."""

    code_generator_class = _Code
    context_class = _Context
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False, cache_size=-1)
        self._by_name: dict[Any, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as the library calls it
    ) -> jinja2.Template:
        found = self._by_name.get(name)
        if found is None:
            found = self._by_name[name] = super().get_template(name, parent, globals)
        return found


def install_messages(environment: jinja2.Environment, messages: Messages) -> None:
    """Gettext and its kin as functions of the templates, and for their ``trans`` blocks."""
    install: Callable[..., None] = environment.install_gettext_callables  # type: ignore[attr-defined]
    install(
        messages.gettext, messages.ngettext, newstyle=True, pgettext=messages.pgettext, npgettext=messages.npgettext
    )
    environment.globals.update(_Phrases(messages).functions())


class _Phrases:
    """Messages as markup, what is put into them escaped; those without anything put in are made once."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._made: dict[tuple[str, str], Markup] = {}

    def functions(self) -> Mapping[str, Callable[..., Markup]]:
        return {
            "gettext": self._gettext,
            "ngettext": self._ngettext,
            "pgettext": self._pgettext,
            "npgettext": self._npgettext,
        }

    def _gettext(self, message: str, /, **values: Any) -> Markup:
        if values:
            return _fill(self._messages.gettext(message), values)
        key = ("", message)
        if key not in self._made:
            self._made[key] = _fill(self._messages.gettext(message), {})
        return self._made[key]

    def _pgettext(self, context: str, message: str, /, **values: Any) -> Markup:
        if values:
            return _fill(self._messages.pgettext(context, message), {"context": context, **values})
        key = (context, message)
        if key not in self._made:
            self._made[key] = _fill(self._messages.pgettext(context, message), {"context": context})
        return self._made[key]

    def _ngettext(self, singular: str, plural: str, number: int, /, **values: Any) -> Markup:
        return _fill(self._messages.ngettext(singular, plural, number), {"num": number, **values})

    def _npgettext(self, context: str, singular: str, plural: str, number: int, /, **values: Any) -> Markup:
        text = self._messages.npgettext(context, singular, plural, number)
        return _fill(text, {"context": context, "num": number, **values})


def _fill(message: str, values: Mapping[str, Any]) -> Markup:
    return Markup(message) % values  # noqa: S704 - the catalogs' words are the theme's


def _show(value: Any) -> str:
    kind = type(value)
    if kind is Html or kind is Markup or (kind is str and _SPECIAL.search(value) is None):
        return value  # type: ignore[no-any-return]
    return escape(value)
