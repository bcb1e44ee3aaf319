"""Key persons of the cast, and places at the rooms they work in."""

from seren.doors.demo.spec import CLUB, PRE_SCHOOL, Place

SIAN, KAREN, HANNAH = "Sian Prosser", "Karen Doyle", "Hannah Lloyd"
FFION, DYLAN, PRIYA = "Ffion Morgan", "Dylan Rees", "Priya Nair"
MORNINGS = "mon-am tue-am wed-am thu-am fri-am"
AFTER_SCHOOL = "mon-club tue-club wed-club thu-club"


def robin(key: str, buddy: str, since: int, sessions: str = MORNINGS) -> Place:
    return Place(PRE_SCHOOL, "Robins", key, buddy, since, sessions)


def wren(key: str, buddy: str, since: int, sessions: str = MORNINGS) -> Place:
    return Place(PRE_SCHOOL, "Wrens", key, buddy, since, sessions)


def owl(key: str, buddy: str, since: int, sessions: str = AFTER_SCHOOL) -> Place:
    return Place(CLUB, "Owls", key, buddy, since, sessions)
