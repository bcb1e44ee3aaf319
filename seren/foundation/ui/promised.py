"""Promises on a page: how each stands, its figure, and the way to the rows behind it."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.shown import LinkShown
from seren.foundation.ui.wording import Words


class PromiseState(StrEnum):
    KEPT = "kept"
    RISK = "risk"
    BROKEN = "broken"
    UNMEASURED = "unmeasured"


PROMISE_WORDS: dict[str, Words] = {
    PromiseState.KEPT: _("Kept"),
    PromiseState.RISK: _("At risk"),
    PromiseState.BROKEN: _("Not kept"),
    PromiseState.UNMEASURED: _("Not measured yet"),
}


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """One promise with its figure and the way to the rows behind it."""

    state: PromiseState
    title: Words
    line: Words
    clause: str
    figure: Words = ""
    figure_line: Words = ""
    act: LinkShown | None = None

    @property
    def state_words(self) -> Words:
        return PROMISE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Tally:
    state: PromiseState
    count: int

    @property
    def words(self) -> Words:
        return PROMISE_WORDS[self.state]
