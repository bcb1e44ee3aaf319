"""Markup kept under the *whole* read model it was drawn from and the language, compared by equality.

Two readers who may see the same get the same; one who may see less has another model, and so other markup.
Never a person, a role or a decision is part of the key, and what is kept holds no form and no token.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import SafeString

M = TypeVar("M", bound=Hashable)
_forgetting: list[Callable[[], None]] = []


def by_read_model(draw: Callable[[M], SafeString]) -> Callable[[M, str], SafeString]:
    """What `draw` gives for a model in a language, drawn once for all models equal to it."""

    @lru_cache(maxsize=2048)
    def kept(model: M, language: str) -> SafeString:
        if translation.get_language() == language:  # changing it costs more than asking
            return draw(model)
        with translation.override(language):
            return draw(model)

    _forgetting.append(kept.cache_clear)
    return kept


def _from_template(model: tuple[str, tuple[tuple[str, Hashable], ...]]) -> SafeString:
    template, facts = model
    return Engine.get_default().get_template(template).render(Context(dict(facts)))


from_template = by_read_model(_from_template)


def forget_all() -> None:
    """Let go of everything kept in this process. Called when something was erased."""
    for forget in _forgetting:
        forget()
