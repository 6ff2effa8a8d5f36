"""Topics: what contacts and statements are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from dragoman.model.records import Record
from dragoman.model.text import InlineMarkdown, Length, Localized
from dragoman.model.values import Text, TopicId


class Topic(Record):
    """A subject, perhaps a part of a broader one; ``also`` lists other words by which search should find it."""

    name: Annotated[Localized, Length(120)]
    definition: Annotated[InlineMarkdown, Length(600)] | None = None
    broader: TopicId | None = None
    also: Mapping[str, tuple[Text, ...]] = {}
