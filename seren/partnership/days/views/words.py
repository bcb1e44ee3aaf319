"""Telling something about who collects, at home or at work; and weighing it, at the desk (P-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    AnswerShown,
    FormPage,
    LinkShown,
    Sighting,
    day_words,
    tell,
    time_words,
)
from seren.partnership.days.domain import Weighed, tell_word, weigh_word
from seren.partnership.days.forms.collection import TELL, WEIGH, TellForm, WeighForm
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.words import (
    OwnWord,
    WordShown,
    child_to_tell_of,
    own_words,
    word_shown,
)
from seren.partnership.days.terms import WordKind, WordOutcome
from seren.people.families.queries import settings_of_children


@dataclass(frozen=True, slots=True)
class Told:
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class TellPage:
    title: str
    back: str
    back_words: str
    told: tuple[Told, ...]
    at_home: bool


class Tell(FormPage):
    """By a parent, about their own child."""

    action = CollectionAction.TELL_WORD
    record_class = RecordClass.C10
    audience: ClassVar[str] = "family"
    form_class = TellForm
    draft = TELL
    template_name = "days/tell.html"
    at_home: ClassVar[bool] = True

    def read(self, actor: Actor, **given: Any) -> TellPage:
        child = child_to_tell_of(actor, given["child"])
        names = {"child": child.known_as}
        return TellPage(
            title=self.title(child.known_as),
            back=self.goes_back(child.pk),
            back_words=_("People") if self.at_home else _("Back to %(child)s") % names,
            told=tuple(map(_told, own_words(actor, child.pk))),
            at_home=self.at_home,
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child = child_to_tell_of(actor, given["child"])
        settings = settings_of_children([child.pk], actor.at)
        tell_word(actor=actor, child=child, settings=settings, words=said["words"], now=clock.now())
        tell(self.request, _("We look at it today, and ring you. Until then nothing changes at the door."))
        return self.goes_back(child.pk)

    def title(self, name: str) -> str:
        return _("Tell us something about who collects %(name)s") % {"name": name}

    def goes_back(self, child: UUID) -> str:
        return "/family/people/"


class TellAtWork(Tell):
    """By the team, what a parent said at the gate."""

    audience: ClassVar[str] = "staff"
    template_name = "days/tell_staff.html"
    at_home: ClassVar[bool] = False

    def title(self, name: str) -> str:
        return _("What a parent said about who collects %(name)s") % {"name": name}

    def goes_back(self, child: UUID) -> str:
        return f"/room/door/{child}/"


def _told(one: OwnWord) -> Told:
    days = {"day": day_words(clock.day_of(one.told_at))}
    if one.weighed_at is None:
        return Told(one.words, _("You told us on %(day)s. We are looking at it.") % days)
    days["looked"] = day_words(clock.day_of(one.weighed_at))
    return Told(one.words, _("You told us on %(day)s. We looked at it on %(looked)s. Ask us.") % days)


@dataclass(frozen=True, slots=True)
class WeighPage:
    of: WordShown
    title: str
    line: str
    back: str
    links: tuple[LinkShown, ...]
    answers: tuple[AnswerShown, ...]


class Weigh(FormPage):
    """The task: ring the other parent, weigh the danger, write what comes of it."""

    action = CollectionAction.WEIGH_WORD
    record_class = RecordClass.C12
    form_class = WeighForm
    draft = WEIGH
    template_name = "days/weigh.html"

    def read(self, actor: Actor, **given: Any) -> WeighPage:
        of = word_shown(actor, given["word"])
        url = f"/desk/children/{of.child}/"
        names = {"child": of.child_name, "author": of.author, "about": of.about}
        unfit = of.kind is WordKind.UNFIT
        when = {"day": day_words(clock.day_of(of.told_at)), "time": time_words(of.told_at), **names}
        return WeighPage(
            of=of,
            title=_("%(about)s was not fit to collect %(child)s") % names
            if unfit
            else _("Somebody told us about who collects %(child)s") % names,
            line=_("%(author)s, on %(day)s at %(time)s.") % when,
            back=url,
            links=(
                LinkShown(f"{url}orders/add/", _("Record a paper"), kind="quiet"),
                LinkShown(f"{url}restrictions/add/", _("Write the decision"), kind="quiet"),
            ),
            answers=tuple(_weighed(of)),
        )

    def sightings(self, model: WeighPage) -> Iterable[Sighting]:
        return [(RecordClass.C10, model.of.child)]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        weighed = Weighed(
            rung=said["rung"],
            in_danger=said["in_danger"] == "yes",
            outcome=WordOutcome(said["outcome"]),
            reasons=said["reasons"],
        )
        if word_shown(actor, given["word"]).outcome is not None:
            raise NotThere("weighed already")
        weigh_word(actor=actor, word=given["word"], said=weighed, now=clock.now())
        tell(self.request, _("Written down."))
        return "/desk/"


def _weighed(of: WordShown) -> Iterable[AnswerShown]:
    if of.outcome is None or of.weighed_at is None:
        return
    yield AnswerShown(_("What came of it"), str(of.outcome.label))
    yield AnswerShown(_("Whom we reached"), of.rung)
    yield AnswerShown(_("Danger"), _("Yes") if of.in_danger else _("No"))
    yield AnswerShown(_("Why"), of.reasons)
    day = {"name": of.weighed_by, "day": day_words(clock.day_of(of.weighed_at))}
    yield AnswerShown(_("Weighed by"), _("%(name)s, on %(day)s") % day)
