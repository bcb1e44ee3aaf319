"""Sessions, terms and closures of a setting."""

from datetime import date, datetime, time
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.provision.models import Closure, Session, Setting, Term
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.terms import ProvisionEvent

M = TypeVar("M", bound=Model)


def add_session(
    *, actor: Doer, setting: Setting, code: str, name: str, starts: time, ends: time, now: datetime
) -> Session:
    session = Session(
        provider_id=setting.provider_id, setting=setting, code=code, name=name, starts=starts, ends=ends
    )
    if system(SystemReason.WRITING, Session).filter(setting=setting, code=code).exists():
        raise Refused("code-there", _("A session has this code. Choose another code."), "code")
    if ends <= starts:
        raise Refused("ends-early", _("The session must end later than it starts."), "ends")
    return add(actor, setting, session, now)


def add_term(
    *,
    actor: Doer,
    setting: Setting,
    name: str,
    days: tuple[date, date],
    half_term: tuple[date | None, date | None],
    now: datetime,
) -> Term:
    """`days` and `half_term` are first and last day; a term may have no half-term."""
    if days[1] < days[0]:
        raise Refused("ends-early", _("The last day must come after the first day."), "last_day")
    term = Term(
        provider_id=setting.provider_id,
        setting=setting,
        name=name,
        first_day=days[0],
        last_day=days[1],
        half_term_from=half_term[0],
        half_term_to=half_term[1],
    )
    return add(actor, setting, term, now)


def close_on(*, actor: Doer, setting: Setting, day: date, reason: str, now: datetime) -> Closure:
    if system(SystemReason.WRITING, Closure).filter(setting=setting, day=day).exists():
        raise Refused("closed-already", _("That day is on the list already."), "day")
    return add(
        actor,
        setting,
        Closure(provider_id=setting.provider_id, setting=setting, day=day, reason=reason),
        now,
    )


def add(actor: Doer, setting: Setting, row: M, now: datetime) -> M:
    """One more row of a setting."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row.save(force_insert=True)
        record(actor, ProvisionEvent.CALENDAR_CHANGED, row, now=now, setting=setting.id)
    return row
