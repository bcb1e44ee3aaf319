"""The words of care on a day: medicines, doses, accidents; told, read, added (E-32, E-33)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class Prescriber(TextChoices):
    """Who prescribed a medicine, if anybody did."""

    NOBODY = "nobody", _("It is not prescribed")
    DOCTOR = "doctor", _("A doctor")
    DENTIST = "dentist", _("A dentist")
    NURSE = "nurse", _("A nurse")
    PHARMACIST = "pharmacist", _("A pharmacist")


class CareKind(TextChoices):
    DOSE = "dose", _("Medicine")
    ACCIDENT = "accident", _("Accident or first aid")


class GivenAs(TextChoices):
    """On what a dose stood: the written permission for a named medicine, or an emergency of some kind."""

    NAMED = "named", _("As its permission says")
    PARACETAMOL = "paracetamol", _("Paracetamol for a fever")
    ANTIHISTAMINE = "antihistamine", _("Medicine for an allergy")
    OTHER = "other", _("Another medicine")


EMERGENCIES = (GivenAs.PARACETAMOL, GivenAs.ANTIHISTAMINE, GivenAs.OTHER)


class Outcome(TextChoices):
    TAKEN = "taken", _("Taken")
    REFUSED = "refused", _("Refused")
    SPAT_OUT = "spat-out", _("Spat out")


class BodyPart(TextChoices):
    HEAD = "head", _("Head")
    FACE = "face", _("Face")
    MOUTH = "mouth", _("Mouth or teeth")
    NECK = "neck", _("Neck")
    CHEST = "chest", _("Chest or tummy")
    BACK = "back", _("Back or bottom")
    LEFT_ARM = "left-arm", _("Left arm")
    RIGHT_ARM = "right-arm", _("Right arm")
    LEFT_HAND = "left-hand", _("Left hand")
    RIGHT_HAND = "right-hand", _("Right hand")
    LEFT_LEG = "left-leg", _("Left leg")
    RIGHT_LEG = "right-leg", _("Right leg")
    LEFT_FOOT = "left-foot", _("Left foot")
    RIGHT_FOOT = "right-foot", _("Right foot")


class ToldHow(TextChoices):
    AT_DOOR = "at-door", _("At the door")
    PHONE = "phone", _("By phone")
    IN_WRITING = "in-writing", _("By message or on paper")
    PAGE = "page", _("They read it here")


BY_STAFF = (ToldHow.AT_DOOR, ToldHow.PHONE, ToldHow.IN_WRITING)


class AddedKind(TextChoices):
    """Words added later. A correction is read by the family too; what the leaders did about it is not."""

    CORRECTION = "correction", _("Correction")
    FOLLOW_UP = "follow-up", _("What we did about it")


DOSE_CLOCK, ACCIDENT_CLOCK, SERIOUS_CLOCK = "days.dose", "days.accident", "days.serious"
TOLD_CLOCKS = {CareKind.DOSE: DOSE_CLOCK, CareKind.ACCIDENT: ACCIDENT_CLOCK}


class CareEvent(Event):
    MEDICINE_BROUGHT = "days.medicine_brought", _("wrote down a medicine and what it needs")
    BOTTLE_LOOKED_AT = "days.bottle_looked_at", _("looked at a medicine’s bottle")
    DOSE_GIVEN = "days.dose_given", _("wrote down a medicine given")
    ACCIDENT_RECORDED = "days.accident_recorded", _("wrote down an accident")
    FAMILY_TOLD = "days.family_told", _("told a family about the day")
    READ = "days.care_read", _("read about a medicine or an accident")
    ADDED = "days.care_added", _("added words to the record of a day")
    REPORTED = "days.accident_reported", _("told the authorities about an accident")
