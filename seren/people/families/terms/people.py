"""What a child, an adult and a home can be called here."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EnrolmentState(TextChoices):
    """*Left* is no state: the enrolment has ended."""

    JOINING = "joining", _("Joining")
    ATTENDING = "attending", _("Here")


class Relation(TextChoices):
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    PARENT = "parent", _("Parent")
    STEP_PARENT = "step-parent", _("Step-parent")
    GRANDPARENT = "grandparent", _("Grandparent")
    FOSTER_CARER = "foster-carer", _("Foster carer")
    GUARDIAN = "guardian", _("Guardian")
    SIBLING_ADULT = "sibling-adult", _("Grown-up brother or sister")
    OTHER = "other", _("Someone else")


class Responsibility(TextChoices):
    """Parental responsibility (P-01): unknown is a fact too."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class ResponsibilityBasis(TextChoices):
    """What parental responsibility rests on (P-02)."""

    MOTHER = "mother", _("Mother")
    MARRIED_FATHER = "married-father", _("Father married to the mother")
    JOINT_REGISTRATION = "joint-registration", _("On the birth certificate since December 2003")
    AGREEMENT = "agreement", _("Parental responsibility agreement")
    COURT_ORDER = "court-order", _("Court order")
    SECOND_FEMALE_PARENT = "second-female-parent", _("Second female parent")
    ADOPTION = "adoption", _("Adoption")
    STEP_PARENT_AGREEMENT = "step-parent-agreement", _("Step-parent agreement or order")
    GUARDIAN = "guardian", _("Guardian")
    SPECIAL_GUARDIAN = "special-guardian", _("Special guardian")
    LIVES_WITH_ORDER = "lives-with-order", _("A “lives with” order")
    LOCAL_AUTHORITY = "local-authority", _("Local authority")


class EvidenceSeen(TextChoices):
    NONE = "none", _("Nothing seen yet")
    BIRTH_CERTIFICATE = "birth-certificate", _("Birth certificate")
    ORDER = "order", _("Court order")
    AGREEMENT = "agreement", _("Agreement")
    SELF_DECLARED = "self-declared", _("Their own word")


class LivesWith(TextChoices):
    YES = "yes", _("Lives with the child")
    PART = "part", _("Part of the time")
    NO = "no", _("Does not live with the child")


class Pattern(TextChoices):
    """How much of the time a child lives in a household."""

    ALL = "all", _("All the time")
    PART = "part", _("Part of the time")


class KeyKind(TextChoices):
    KEY = "key", _("Key person")
    BUDDY = "buddy", _("Buddy")


class ChangeReason(TextChoices):
    """Why a key person changes (E-05)."""

    FIRST = "first", _("The first key person")
    CHILD = "child", _("The child’s choice")
    PARENT = "parent", _("A parent asked")
    STAFF_LEFT = "staff-left", _("Staff left")
    ROOM_MOVE = "room-move", _("A move to another room")
    HOURS = "hours", _("Working hours changed")
    OTHER = "other", _("Another reason")


class SafetyKind(TextChoices):
    """Safety items: the part of C5 everyone who looks after the child must know."""

    ALLERGY = "allergy", _("Allergy")
    DIET = "diet", _("Food")
    MEDICINE = "medicine", _("Emergency medicine")
    INTIMATE_CARE = "intimate-care", _("Intimate care")
