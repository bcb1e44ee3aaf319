"""What this room tells the audit."""

from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class FamilyEvent(Event):
    CHILD_ADDED = "families.child_added", _("added a child")
    CHILD_CORRECTED = "families.child_corrected", _("corrected a child’s name or birthday")
    START_CHANGED = "families.start_changed", _("changed the day a child starts")
    ENROLLED = "families.enrolled", _("enrolled the child")
    ATTENDING = "families.attending", _("marked the child as here")
    ROOM_MOVED = "families.room_moved", _("moved the child to another room")
    LEFT = "families.left", _("noted that the child left")
    BOOKED = "families.booked", _("changed booked sessions")
    GUARDIAN_ADDED = "families.guardian_added", _("tied an adult to the child")
    GUARDIAN_CHANGED = "families.guardian_changed", _("changed what an adult is to the child")
    GUARDIAN_ENDED = "families.guardian_ended", _("ended what an adult was to the child")
    HOME_ENDED = "families.home_ended", _("ended a child’s home at a household")
    HOUSEHOLD_KEPT = "families.household_kept", _("kept a household")
    KEY_PERSON_CHANGED = "families.key_person_changed", _("named a key person or buddy")
    RESTRICTED = "families.restricted", _("set a restriction")
    ORDER_RECORDED = "families.order_recorded", _("recorded an order")
    RESTRICTION_CONFIRMED = "families.restriction_confirmed", _("confirmed a restriction with evidence")
    RESTRICTION_KEPT = "families.restriction_kept", _("looked at a restriction again and let it stand")
    LIFT_ASKED = "families.lift_asked", _("asked to lift a restriction")
    LIFTED = "families.lifted", _("lifted a restriction")
    VIEWER_INVITED = "families.viewer_invited", _("let somebody see shared stars")
    VIEWER_ENDED = "families.viewer_ended", _("ended somebody’s sight of shared stars")
    COLLECTOR_NAMED = "families.collector_named", _("named a collector")
    COLLECTOR_ENDED = "families.collector_ended", _("ended a collector")
    COLLECTOR_RESUMED = "families.collector_resumed", _("let a collector collect again")
    COLLECTOR_PASSWORD = "families.collector_password", _("changed a collector’s password")
    COLLECTOR_FOR_DAY = "families.collector_for_day", _("said who collects on one day")
    SHOWN = "families.shown", _("chose to be shown to the child’s other adults")
    HIDDEN = "families.hidden", _("chose not to be shown any more")
    SAFETY_NOTED = "families.safety_noted", _("noted what keeps the child safe")
    SAFETY_ENDED = "families.safety_ended", _("ended a safety note")
    LIST_UPLOADED = "families.list_uploaded", _("sent in a list to look through")
    LIST_IMPORTED = "families.list_imported", _("brought in a list")
    CHASED = "families.chased", _("told an adult another way, or tried to")
