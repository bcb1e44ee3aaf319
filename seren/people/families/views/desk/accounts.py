"""One adult’s way in, as leaders see it: meeting face to face, closing, and finding the way back in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, AnswerShown, FormPage, FormShown, Tag, day_words, tell
from seren.people.accounts.domain import (
    agree_recovery,
    ask_recovery,
    close_account,
    confirm_face_to_face,
    stop_recovery,
)
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries import AccountShown, AccountState, RecoveryShown, accounts_of, recovery_of
from seren.people.families.forms.desk import EndForm, WordsForm
from seren.people.families.queries.desk import adult_to_ask, setting_knows
from seren.people.families.views.desk.base import AtDesk
from seren.people.families.views.desk.words import account_tag, dated, talk_facts
from seren.people.provision.queries.staff import has_role


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One adult's way in, as a leader sees it: never an address."""

    person: UUID
    name: str
    tag: Tag
    line: str
    talk: tuple[AnswerShown, ...]
    joined: bool
    recovery: RecoveryShown | None
    began_it: bool
    ready: bool
    at_work: bool

    @property
    def url(self) -> str:
        return f"/desk/families/{self.person}/"


class AboutAdult(AtDesk):
    def adult(self, actor: Actor, person: UUID) -> Any:
        """Somebody of this desk's setting: staff, or an adult of one of its children."""
        if not setting_knows(self.desk_to_run(actor).id, person, actor.at):
            raise NotThere("nobody of this desk")
        return adult_to_ask(actor, person)


class Account(AboutAdult, FormPage):
    """The page of one adult. Its form is the meeting: staff type what the adult's phone shows."""

    action = AccountsAction.INVITE
    record_class = RecordClass.C6
    template_name = "families/desk/account.html"
    form_class = WordsForm

    def read(self, actor: Actor, **ids: Any) -> AccountPage:
        person = self.adult(actor, ids["person"])
        shown = accounts_of([person.pk], actor.at)[person.pk]
        recovery = recovery_of(person.pk)
        opens = recovery.opens_at if recovery else None
        return AccountPage(
            person=person.pk,
            name=person.name,
            tag=account_tag(shown),
            line=_line(shown),
            talk=talk_facts(shown),
            joined=shown.state is AccountState.JOINED,
            recovery=recovery,
            began_it=recovery is not None and recovery.asked_by == actor.person,
            ready=opens is not None and opens <= actor.at,
            at_work=has_role(person.pk, self.desk(actor).id, actor.at),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        person = self.adult(actor, ids["person"])
        confirm_face_to_face(actor=actor, person=person, words=said["words"], now=actor.at)
        tell(self.request, _("Met. %(name)s can go on now.") % {"name": person.given_name})
        return f"/desk/families/{person.pk}/"


def _line(shown: AccountShown) -> str:
    if shown.state is AccountState.LETTER_OUT and shown.letter_until:
        return _("Their letter works until %(day)s.") % {"day": day_words(shown.letter_until)}
    if shown.state is AccountState.LETTER_OVER and shown.letter_until:
        return _("Their letter ended on %(day)s. Print a new one.") % {"day": dated(shown.letter_until)}
    if shown.state is AccountState.JOINED:
        return _("They sign in themselves.")
    if shown.state is AccountState.ON_PAPER:
        return _("They read on paper. What is for them waits under Letters.")
    if shown.state is AccountState.CLOSED:
        return _("Their account is closed. Nothing opens for them.")
    return _("Nobody has asked them yet.")


class Recovering(AboutAdult, Act):
    """One step of the way back in: two of the team, one day, every channel told."""

    action = AccountsAction.RECOVER
    record_class = RecordClass.C6
    step: str = "ask"

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        person = self.adult(actor, ids["person"])
        if self.step == "ask":
            ask_recovery(actor=actor, person=person, now=actor.at)
            tell(self.request, _("Begun. Now a second person of the team must agree."))
        elif self.step == "agree":
            opens = agree_recovery(actor=actor, person=person, now=actor.at)
            tell(
                self.request,
                _("Agreed. The day of waiting ends on %(day)s.") % {"day": day_words(clock.day_of(opens))},
            )
        else:
            stop_recovery(actor=actor, person=person, now=actor.at)
            tell(self.request, _("Stopped. Nothing has changed."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/families/{ids['person']}/"


class Close(AboutAdult, FormPage):
    action = AccountsAction.CLOSE_ACCOUNT
    record_class = RecordClass.C6
    template_name = "ui/desk_form.html"
    form_class = EndForm

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        person = self.adult(actor, ids["person"])
        return FormShown(
            title=_("Close the account of %(name)s") % {"name": person.name},
            line=_("Nothing opens for them any more. Their words stay where they are."),
            button=_("Close it"),
            back=f"/desk/families/{person.pk}/",
            back_words=_("Back"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        person = self.adult(actor, ids["person"])
        if person.pk == actor.person:
            raise Refused("not-yourself", _("Somebody else must close your account."))
        close_account(actor=actor, person=person, now=actor.at)
        tell(self.request, _("The account is closed."))
        return f"/desk/families/{person.pk}/"
