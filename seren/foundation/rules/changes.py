"""A setting's own numbers: laid over the packs, within the bounds the packs give."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.rules import lookup
from seren.foundation.rules.models import REASON_LENGTH, RuleChange
from seren.foundation.rules.values import Force, Value, Version


@dataclass(frozen=True, slots=True)
class Settled:
    """The rules as one setting has them on one day. Made by one query, however many rules are asked."""

    nation: str
    on: date
    chosen: Mapping[str, int]

    def value(self, rule_id: str) -> Value:
        """The setting's number where it may have one, else the pack's. Raises NoRule."""
        version = lookup.version(self.nation, rule_id, self.on)
        number = self.chosen.get(rule_id)
        if number is None or not _may_be(version, number):
            return version.value
        return replace(version.value, value=number)


def settled(setting_id: UUID, nation: str, on: date) -> Settled:
    said = RuleChange.objects.filter(setting_id=setting_id, from_day__lte=on).order_by("from_day", "id")
    return Settled(nation, on, dict(said.values_list("rule", "value")))


def setting_value(setting_id: UUID, nation: str, rule_id: str, on: date) -> Value:
    """One rule as one setting has it. For several rules ask `settled` once."""
    return settled(setting_id, nation, on).value(rule_id)


def set_value(
    *,
    provider: UUID,
    setting: UUID,
    nation: str,
    rule_id: str,
    value: int,
    reason: str,
    by_person: UUID,
    from_day: date,
    now: datetime,
) -> UUID:
    """A setting's own number from a day on. The verb that calls it asks who may, and records.

    Refuses what is law, what lies outside the bounds, no reason, and a day that has passed: what was
    measured by a number stays measured by it. Returns the id of the change.
    """
    if not db.in_writing():
        raise RuntimeError("set_value belongs in the section of a verb")
    reason = clean_line(reason)
    _check(lookup.version(nation, rule_id, from_day), value, reason, from_day, day_of(now))
    change = RuleChange(
        provider_id=provider,
        setting_id=setting,
        rule=rule_id,
        value=value,
        reason=reason,
        by_person=by_person,
        from_day=from_day,
        said_at=now,
    )
    change.save(force_insert=True)
    return change.id


def _check(version: Version, value: int, reason: str, from_day: date, today: date) -> None:
    if version.value.force in (Force.MUST, Force.SHOULD):
        raise Refused("rule-is-law", _("The law sets this number. You cannot change it."))
    if version.bounds is None:
        raise Refused("rule-is-fixed", _("This number is the same for everyone. You cannot change it."))
    if not _may_be(version, value):
        least, most = version.bounds
        raise Refused(
            "rule-out-of-bounds",
            _("Choose a number from %(least)d to %(most)d.") % {"least": least, "most": most},
            "value",
        )
    if not reason:
        raise Refused("reason-missing", _("Write why you choose this number."), "reason")
    if len(reason) > REASON_LENGTH:
        raise Refused("reason-too-long", _("Write the reason in fewer words."), "reason")
    if from_day < today:
        raise Refused("day-has-passed", _("Choose today or a later day."), "from_day")


def _may_be(version: Version, number: int) -> bool:
    """Also asked when reading: a number chosen once gives way when an edition makes the rule law."""
    return version.bounds is not None and version.bounds[0] <= number <= version.bounds[1]
