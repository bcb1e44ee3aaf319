"""The names check: words that name another child stop here, and nothing is lost on the way."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.http import urlencode

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, text
from seren.foundation.ui.door import Act, FormPage, Page, tell
from seren.partnership.journal import domain
from seren.partnership.journal.domain import NamesOthers
from seren.partnership.journal.forms.each import DRAFT as EACH
from seren.partnership.journal.forms.each import EachForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.goes_to import GoesTo, goes_to
from seren.partnership.journal.queries.noting import Draft, draft_of, noted
from seren.partnership.journal.views.at_work.noting import at, told_shared
from seren.people.families.queries import children_shown

_NOT = "not"  # words somebody looked at and found to be no name, carried along in the address


@dataclass(frozen=True, slots=True)
class HitShown:
    """A name in the words. `can_be_a_word`: written small, it may be no name here."""

    written: str
    can_be_a_word: bool
    not_a_name_url: str


@dataclass(frozen=True, slots=True)
class NamesPage:
    draft: Draft
    hits: tuple[HitShown, ...]
    names: str
    several: bool
    query: str
    goes_to: GoesTo | None


class Names(Page):
    """What stops the moment, and three ways on."""

    action = JournalAction.SEE_UNFILED
    record_class = RecordClass.C3
    template_name = "journal/staff/names.html"

    def read(self, actor: Actor, **ids: Any) -> NamesPage:
        draft = draft_of(actor, JournalAction.EDIT_MOMENT, ids["moment"])
        passed = tuple(dict.fromkeys(text.fold(word) for word in self.request.GET.getlist(_NOT)))
        moment = noted(actor, JournalAction.EDIT_MOMENT, ids["moment"])
        found = domain.names_in(moment, now=actor.at, not_names=passed)
        written = {hit.written: hit for hit in found}
        hits = tuple(
            HitShown(word, hit.maybe_a_word, _with(draft.id, (*passed, text.fold(word))))
            for word, hit in written.items()
        )
        goes = None if hits else goes_to(actor, draft.id)
        return NamesPage(draft, hits, ", ".join(written), len(draft.children) > 1, _query(passed), goes)

    def whose(self, model: NamesPage, **ids: Any) -> Iterable[UUID]:
        return model.draft.children


class SayFriend(Act):
    """One name gives way to “a friend”."""

    action = JournalAction.EDIT_MOMENT
    record_class = RecordClass.C3

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        moment = noted(actor, JournalAction.EDIT_MOMENT, ids["moment"])
        domain.say_friend_instead(
            actor=actor, moment=moment, written=said.get("written", ""), now=clock.now()
        )
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return _with(ids["moment"], self.request.GET.getlist(_NOT))


class Share(Act):
    """Shared as it stands. A name that is left leads back to the check."""

    action = JournalAction.SHARE_MOMENT
    record_class = RecordClass.C3

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        moment = noted(actor, JournalAction.SHARE_MOMENT, ids["moment"])
        passed = [text.fold(word) for word in self.request.GET.getlist(_NOT)]
        try:
            domain.share_moment(actor=actor, moment=moment, not_names=passed, now=clock.now())
        except NamesOthers:
            return self.back(**ids)
        return told_shared(self.request, moment.pk)

    def back(self, **ids: Any) -> str:
        return _with(ids["moment"], self.request.GET.getlist(_NOT))


@dataclass(frozen=True, slots=True)
class EachPage:
    draft: Draft
    goes_to: GoesTo | None


class Each(FormPage):
    """Words of its own for each family."""

    action = JournalAction.EDIT_MOMENT
    record_class = RecordClass.C3
    template_name = "journal/staff/each.html"

    draft = EACH
    _held: Draft | None = None

    def held(self, actor: Actor, moment: UUID) -> Draft:
        if self._held is None:
            self._held = draft_of(actor, JournalAction.EDIT_MOMENT, moment)
        return self._held

    def read(self, actor: Actor, **ids: Any) -> EachPage:
        return EachPage(self.held(actor, ids["moment"]), goes_to(actor, ids["moment"]))

    def whose(self, model: EachPage, **ids: Any) -> Iterable[UUID]:
        return model.draft.children

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> EachForm:
        held = self.held(actor, ids["moment"])
        named = children_shown(actor, held.children)
        return EachForm(names={child: shown.name for child, shown in named.items()}, **given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        held = self.held(actor, ids["moment"])
        words = held.words.body if held.words else ""
        return {
            f"words-{child}": held.own[child].body if child in held.own else words for child in held.children
        }

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        moment = noted(actor, JournalAction.EDIT_MOMENT, ids["moment"])
        own = {UUID(field.removeprefix("words-")): words for field, words in said.items()}
        try:
            domain.tell_each_family(actor=actor, moment=moment, own_words=own, now=clock.now())
        except NamesOthers as stopped:
            tell(self.request, str(stopped.sentence), error=True)
            return at("names", moment=moment.pk)
        return told_shared(self.request, moment.pk)


def _with(moment: UUID, passed: Collection[str]) -> str:
    return at("names", moment=moment) + _query(passed)


def _query(passed: Collection[str]) -> str:
    return f"?{urlencode([(_NOT, word) for word in passed])}" if passed else ""
