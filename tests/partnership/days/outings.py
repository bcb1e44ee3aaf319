"""Short ways through an outing of the small world: by the verbs, as the cast would."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from types import SimpleNamespace
from typing import Any

from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.partnership.days import domain
from seren.partnership.days.domain import Plan
from seren.partnership.days.models import Outing, OutingInvited, OutingListed
from seren.partnership.days.queries.outing_list import invited
from seren.partnership.days.terms.outing import Transport
from seren.people.consent import domain as consent

MALI, YUSUF = "Mali Evans", "Yusuf Khan"


def rows(model: Any) -> Any:
    return system(SystemReason.WRITING, model)


def outings_of(world: Any) -> SimpleNamespace:
    """`draft` … `closed` each bring an outing of today so far; `say` answers its slip."""

    def plan(**other: Any) -> Plan:
        whole = Plan(
            name="Farm morning",
            place="Lower Barn farm",
            day=clock.today(),
            leaves=time(9, 30),
            returns=time(14, 30),
            transport=Transport.WALK,
            ride="",
            adults=3,
            children_per_adult=4,
            leader=world.people["key-person"],
            first_aider=world.people["manager"],
            phone="01632 960 777",
            bring="Wellies and a hat",
            risks_weighed=True,
        )
        return replace(whole, **other)

    def of(verb: Any, who: str, outing: Any, now: Any = None, **more: Any) -> Any:
        at = now or clock.now()
        key = getattr(outing, "pk", outing)
        return verb(actor=world.actor(who, at=at), outing=key, now=at, **more)

    def draft(
        *children: str, by: str = "manager", now: Any = None, setting="pre-school", **other: Any
    ) -> Outing:
        at = now or clock.now()
        return domain.plan_outing(
            actor=world.actor(by, at=at),
            setting=world.settings[setting],
            plan=plan(**other),
            children={world.children[name] for name in children or (MALI, YUSUF)},
            outing=None,
            now=at,
        )

    def asked(*children: str, **other: Any) -> Outing:
        made = draft(*children, **other)
        of(domain.put_outing, "key-person", made)
        of(domain.agree_outing, "manager", made)
        of(domain.send_slips, "manager", made)
        return fresh(made)

    def fresh(outing: Outing) -> Any:
        return rows(Outing).get(pk=outing.pk)

    def slip(outing: Outing, child: str, ride: bool = False) -> Any:
        row = rows(OutingInvited).get(outing=outing, child=world.children[child])
        model: Any = apps.get_model("consent.Asked")
        return rows(model).get(pk=row.ride_asked_id if ride else row.asked_id)

    def say(
        who: str, outing: Outing, child: str, yes: bool = True, ride: bool = False, now: Any = None
    ) -> Any:
        at = now or clock.now()
        actor = world.actor(who, at=at)
        question = slip(outing, child, ride)
        return consent.answer(actor=actor, asked=question, yes=yes, language="en", now=at)

    def close(outing: Outing, *children: str, by: str = "manager", now: Any = None) -> int:
        return of(domain.close_list, by, outing, now, children={world.children[name] for name in children})

    def names(outing: Outing, field: str = "listed", now: Any = None) -> set[str]:
        at = now or clock.now()
        found = {
            row.child_id for row in invited(world.actor("manager", at=at), outing.pk).filter(**{field: True})
        }
        return {name for name in (MALI, YUSUF) if world.children[name] in found}

    return SimpleNamespace(
        world=world, plan=plan, of=of, draft=draft, asked=asked, fresh=fresh, slip=slip, say=say, close=close,
        names=names, listed=lambda outing: rows(OutingListed).filter(outing=outing),
    )  # fmt: skip
