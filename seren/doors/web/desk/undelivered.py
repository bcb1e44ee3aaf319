"""`/desk/undelivered/`: what was given up after several tries, and trying again."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.jobs.door import dead_letters, try_again
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import dead_deliveries, deliver_again
from seren.foundation.ui.door import Act, Page, day_words, tell
from seren.people.accounts.queries import people_of
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.atdesk import AtDesk


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A message to somebody, or a piece of background work. `person` empty: no adult is meant."""

    url: str
    title: str
    line: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class UndeliveredShown:
    line: str
    found: tuple[GivenUp, ...]


class Undelivered(AtDesk, Page):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2
    template_name = "web/desk/undelivered.html"

    def read(self, actor: Actor, **ids: Any) -> UndeliveredShown:
        desk = self.desk_to_run(actor)
        mails, jobs = dead_deliveries(actor.provider, desk.id), dead_letters(actor.provider)
        names = people_of(mail.person for mail in mails)
        found = [
            GivenUp(
                f"/desk/undelivered/mail/{mail.id}/",
                _("A message to %(name)s") % {"name": names[mail.person].name},
                _("It did not go out on %(day)s.") % {"day": day_words(clock.day_of(mail.planned_at))},
                mail.person,
            )
            for mail in mails
            if mail.person in names
        ]
        found += [
            GivenUp(
                f"/desk/undelivered/work/{job.id}/",
                _("Work in the background"),
                _("It stopped on %(day)s. Its name is %(name)s.")
                % {"day": day_words(clock.day_of(job.died_at)), "name": job.name},
                None,
            )
            for job in jobs
        ]
        return UndeliveredShown(desk.name, tuple(found))


class MailAgain(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        here = {mail.id for mail in dead_deliveries(actor.provider, self.desk_to_run(actor).id)}
        if ids["delivery"] not in here or not deliver_again(ids["delivery"], actor.at):
            raise Refused("gone", _("This is not on the list any more."))
        tell(self.request, _("We try again now."))
        return self.back()

    def back(self, **ids: Any) -> str:
        return "/desk/undelivered/"


class WorkAgain(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        self.desk_to_run(actor)
        here = {job.id for job in dead_letters(actor.provider)}
        if ids["job"] not in here or not try_again(ids["job"], actor.at):
            raise Refused("gone", _("This is not on the list any more."))
        tell(self.request, _("We try again now."))
        return self.back()

    def back(self, **ids: Any) -> str:
        return "/desk/undelivered/"
