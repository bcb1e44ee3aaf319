"""`/room/care/<id>/`: one entry, whom one has told of it, and words added to it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import AnswerShown, FormPage, Once, SerenForm, Sighting, Tag, tell
from seren.partnership.days.domain import add_words, tell_family
from seren.partnership.days.forms.room.care import WORDS_DRAFT, TellForm, WordsForm
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import EntryShown
from seren.partnership.days.queries.care_room import EntryAtWork, entry_at_work, find_entry
from seren.partnership.days.terms.care import AddedKind, ToldHow
from seren.partnership.days.views import care_words as said
from seren.partnership.days.views.room.care import HERE
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class EntryPage:
    of: EntryShown
    title: str
    url: str
    tags: tuple[Tag, ...]
    facts: tuple[AnswerShown, ...]
    corrections: tuple[str, ...]
    follow_ups: tuple[str, ...]
    told: tuple[str, ...]
    may_tell: bool
    leads: bool
    open: bool


class Entry(Once, FormPage):
    """One entry, and whom one has told of it."""

    action = CareAction.SEE_CARE
    record_class = RecordClass.C5
    template_name = "days/room/entry.html"

    def held(self, actor: Actor, **given: Any) -> EntryAtWork:
        for_staff(self.request)
        return self.once("entry", lambda: entry_at_work(actor, given["entry"]))

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        adults = [
            (str(one.person), f"{one.name}, {one.relation.label}") for one in self.held(actor, **ids).to_tell
        ]
        return TellForm(adults=adults, **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"how": ToldHow.AT_DOOR.value}

    def read(self, actor: Actor, **given: Any) -> EntryPage:
        held = self.held(actor, **given)
        of = held.of
        return EntryPage(
            of=of,
            title=said.title_of(of),
            url=f"{HERE}{of.id}/",
            tags=said.tags_of(of),
            facts=said.facts_of(of, at_home=False, other_child=held.other_child),
            corrections=said.corrections(of),
            follow_ups=said.follow_ups(of),
            told=said.told_lines(of.told),
            may_tell=of.may_tell,
            leads=of.leads,
            open=of.leads and of.unanswered,
        )

    def sightings(self, model: EntryPage) -> list[Sighting]:
        others = [(RecordClass.C5, model.of.other_child)] if model.of.other_child else []
        return [(RecordClass.C5, model.of.child), *others]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        entry = find_entry(actor, CareAction.TELL_CARE, given["entry"])
        tell_family(
            actor=actor, entry=entry, adult=UUID(said["adult"]), how=ToldHow(said["how"]), now=actor.at
        )
        tell(self.request, _("Written down that they know."))
        return f"{HERE}{entry.pk}/"


@dataclass(frozen=True, slots=True)
class WordsPage:
    title: str
    line: str
    button: str
    back: str


class Correct(FormPage):
    """Words added to an entry. The first ones stay."""

    action = CareAction.TELL_CARE
    record_class = RecordClass.C5
    template_name = "days/room/form.html"
    form_class = WordsForm
    draft = WORDS_DRAFT
    kind = AddedKind.CORRECTION

    def read(self, actor: Actor, **given: Any) -> WordsPage:
        for_staff(self.request)
        entry = find_entry(actor, CareAction(self.action.value), given["entry"])
        follows = self.kind is AddedKind.FOLLOW_UP
        return WordsPage(
            title=_("What we did about it") if follows else _("Put something right"),
            line=_("Only the team reads this.")
            if follows
            else _("The first words stay. The family reads yours below them."),
            button=_("Keep these words"),
            back=f"{HERE}{entry.pk}/",
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        entry = find_entry(actor, CareAction(self.action.value), given["entry"])
        add_words(actor=actor, entry=entry, kind=self.kind, words=said["words"], now=actor.at)
        tell(self.request, _("Your words are kept."))
        return f"{HERE}{entry.pk}/"


class FollowUp(Correct):
    action = CareAction.LEAD_CARE
    kind = AddedKind.FOLLOW_UP
