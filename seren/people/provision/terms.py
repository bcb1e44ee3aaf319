"""The words of provision: nations, kinds of setting, roles."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class Nation(TextChoices):
    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")


class Care(TextChoices):
    """What kind of care a setting gives; it picks the framework and the clocks with the nation."""

    PRE_SCHOOL = "pre-school", _("Pre-school")
    DAY_CARE = "day-care", _("Day care")
    CLUB = "club", _("Out-of-school club")


class Role(TextChoices):
    """Contract.md, CSV. Owner, chair and the committee open no child's record by that role."""

    OWNER = "owner", _("Owner")
    MANAGER = "manager", _("Manager")
    DEPUTY = "deputy", _("Deputy manager")
    SAFEGUARDING_LEAD = "safeguarding-lead", _("Safeguarding lead")
    DEPUTY_SAFEGUARDING_LEAD = "deputy-safeguarding-lead", _("Deputy safeguarding lead")
    PRACTITIONER = "practitioner", _("Practitioner")
    VOLUNTEER = "volunteer", _("Volunteer")
    TRAINEE = "trainee", _("Trainee")
    CHAIR = "chair", _("Chair")
    TREASURER = "treasurer", _("Treasurer")
    SECRETARY = "secretary", _("Secretary")
    COMMITTEE = "committee", _("Committee member")


LEADING = frozenset({Role.MANAGER, Role.DEPUTY})
SAFEGUARDING = frozenset({Role.SAFEGUARDING_LEAD, Role.DEPUTY_SAFEGUARDING_LEAD})
WITH_CHILDREN = LEADING | SAFEGUARDING | {Role.PRACTITIONER}
HELPING = frozenset({Role.VOLUNTEER, Role.TRAINEE})
COMMITTEE = frozenset({Role.CHAIR, Role.TREASURER, Role.SECRETARY, Role.COMMITTEE})


class Weekday(IntegerChoices):
    """Monday is 0, as in Python."""

    MON = 0, _("Monday")
    TUE = 1, _("Tuesday")
    WED = 2, _("Wednesday")
    THU = 3, _("Thursday")
    FRI = 4, _("Friday")
    SAT = 5, _("Saturday")
    SUN = 6, _("Sunday")


class ProvisionEvent(Event):
    PROVIDER_OPENED = "provision.provider_opened", _("opened the provider")
    SETTING_OPENED = "provision.setting_opened", _("opened a setting")
    CALENDAR_CHANGED = "provision.calendar_changed", _("changed rooms, sessions or days")
    ROOM_CLOSED = "provision.room_closed", _("closed a room")
    ROOM_OPENED = "provision.room_opened", _("opened a closed room again")
    MEMBER_ADDED = "provision.member_added", _("added a role")
    STATEMENT_GIVEN = "provision.statement_given", _("gave the confidentiality statement")
    MEMBER_MOVED = "provision.member_moved", _("moved a role to another room")
    MEMBER_REDATED = "provision.member_redated", _("changed the days of a role")
    MEMBER_ENDED = "provision.member_ended", _("ended a role")
    HOURS_CHANGED = "provision.hours_changed", _("changed working hours")
    ABSENCE_KEPT = "provision.absence_kept", _("noted days away")
