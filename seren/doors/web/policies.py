"""What the front door opens by itself. No row stands behind it; every page past it has its own rule."""

from seren.foundation.access.door import Action, Open, register


class WebAction(Action):
    GO_HOME = "web.go_home"  # to where one's hat begins
    CHANGE_PLACE = "web.change_place"  # another hat of one's own, another setting of one's own
    KEEP_DRAFT = "web.keep_draft"  # one's own words, not sent yet
    CHOOSE_CAST = "web.choose_cast"  # in a demo: who to be
    CHECK_HEALTH = "web.check_health"
    SEE_TODAY = "web.see_today"  # what stands on it, each room's own rules open


register(*map(Open, WebAction))
