"""`/desk/statement/`: whoever has a role reads the confidentiality statement and gives it, dated (E-10).

It is open before any role is, and beside the roles they have elsewhere: only to the person themselves, for
their own roles.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, find
from seren.foundation.ui.door import FormPage, tell
from seren.people.provision.domain import give_statement
from seren.people.provision.forms import StatementForm
from seren.people.provision.models import Membership
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import StatementShown, statements_of
from seren.people.provision.terms import Role


@dataclass(frozen=True, slots=True)
class OneStatement:
    of: StatementShown
    role: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    """`elsewhere`: they have another place in Seren to go to meanwhile."""

    waiting: tuple[OneStatement, ...]
    given: tuple[OneStatement, ...]
    elsewhere: bool


class Statement(FormPage):
    request: Any
    action = ProvisionAction.SIGN_STATEMENT
    record_class = RecordClass.C1
    template_name = "provision/desk/statement.html"
    form_class = StatementForm

    def read(self, actor: Actor, **ids: Any) -> StatementPage:
        shown = [OneStatement(one, str(Role(one.role).label)) for one in statements_of(actor)]
        if not shown:
            raise NotThere("no role, no statement")
        waiting = tuple(one for one in shown if one.of.given_at is None)
        given = tuple(one for one in shown if one.of.given_at is not None)
        return StatementPage(waiting, given, elsewhere=bool(self.request.who.hats))

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        """For every role that waits: it is one and the same statement."""
        for one in self.read(actor).waiting:
            row = find(actor, ProvisionAction.SIGN_STATEMENT, Membership, one.of.membership)
            give_statement(actor=actor, membership=row, now=actor.at)
        tell(self.request, _("Thank you. Your work here is open to you now."))
        return "/"
