"""Which stamps a record has once somebody has said that translations are right. Knows records, no files."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dragoman.model.records import Method, Record, Translation
from dragoman.model.translations import Standing, iter_translatable, judge_translations, make_stamp

USUAL_METHOD: Method = "human"


def stamp(
    record: Record,
    language: str,
    default: str,
    *,
    names: Collection[str],
    from_: str | None = None,
    method: Method | None = None,
) -> Mapping[str, Translation]:
    """All stamps of a record after the texts called ``names`` were accepted in ``language``.

    ``from_`` and ``method`` are by default what they were, else the site's first language and by hand. Stamps of
    other texts stay, under the numbers that their items now have; those of texts that are gone go. If the language
    that is translated from changes, no former stamp says anything any longer.
    """
    made = record.translations.get(language)
    source = from_ or (made.from_ if made else default)
    kept = _keep(record, language, made) if made and made.from_ == source else {}
    of = {
        text.name: make_stamp(original) if text.name in names else kept[text.name]
        for text in iter_translatable(record)
        if (original := text.value.find(source)) is not None and (text.name in names or text.name in kept)
    }
    written = {"from": source, "method": method or (made.method if made else USUAL_METHOD), "of": of}
    return {**record.translations, language: Translation.model_validate(written)}


def _keep(record: Record, language: str, made: Translation) -> Mapping[str, str]:
    """The stamps of current and stale texts, by their present names."""
    kept: dict[str, str] = {}
    for judged in judge_translations(record, language, made.from_):
        original = judged.text.value.find(made.from_)
        if judged.standing is Standing.CURRENT and original is not None:
            kept[judged.text.name] = make_stamp(original)
        elif judged.standing is Standing.STALE:
            kept[judged.text.name] = made.of[judged.text.name]
    return kept
