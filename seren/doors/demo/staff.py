"""Who works at the three settings, and the committee."""

from seren.doors.demo.spec import BRYN_AWEL, CLUB, PRE_SCHOOL, Job, Worker
from seren.people.provision.terms import Role

ALL_WEEK = "mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am thu-pm fri-am fri-pm"
CLUB_WEEK = "mon-club tue-club wed-club thu-club fri-club"
_WITH = Role.PRACTITIONER

CAST = (
    Worker("Bev Hartley", (Job(PRE_SCHOOL, Role.MANAGER), Job(CLUB, Role.MANAGER)), "manager"),
    Worker("Tom Ashby", (Job(PRE_SCHOOL, Role.DEPUTY),), "deputy"),
    Worker(
        "Ruth Okafor",
        (Job(PRE_SCHOOL, Role.SAFEGUARDING_LEAD), Job(CLUB, Role.SAFEGUARDING_LEAD)),
        "safeguarding-lead",
    ),
    Worker(
        "Sian Prosser",
        (Job(PRE_SCHOOL, _WITH, "Robins"),),
        "key-person",
        also_speaks=("cy",),
        days="mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am thu-pm fri-am",
    ),
    Worker(
        "Hannah Lloyd",
        (Job(PRE_SCHOOL, _WITH, "Robins"),),
        "parent-and-staff",
        days="tue-am tue-pm wed-am wed-pm thu-am thu-pm fri-am fri-pm",
        away=((-6, -7),),
    ),
    Worker(
        "Karen Doyle",
        (Job(PRE_SCHOOL, _WITH, "Wrens"),),
        "practitioner-other-room",
        days=ALL_WEEK,
        away=((-13, -15),),
    ),
    Worker("Lee Marsh", (Job(PRE_SCHOOL, _WITH, "Robins", 600, 26),), "leaver", days=ALL_WEEK),
    Worker("Owain Pugh", (Job(PRE_SCHOOL, Role.CHAIR),), "committee-chair"),
    Worker("Carys Bowen", (Job(BRYN_AWEL, Role.MANAGER),), "other-setting-manager", speaks="cy"),
    Worker("Ffion Morgan", (Job(BRYN_AWEL, _WITH, "Gwenoliaid"),), speaks="cy", days=ALL_WEEK),
    Worker("Dylan Rees", (Job(BRYN_AWEL, _WITH, "Drywod"),), speaks="cy", days=ALL_WEEK),
    Worker("Priya Nair", (Job(CLUB, _WITH, "Owls"),), days=CLUB_WEEK),
)
MORE = (
    Worker(
        "Dev Patel",
        (Job(PRE_SCHOOL, _WITH, "Robins"),),
        also_speaks=("gu",),
        days=ALL_WEEK,
        away=((37, 33), (141, 141)),
    ),
    Worker(
        "Moira Quinn", (Job(PRE_SCHOOL, _WITH, "Wrens"),), days="mon-am mon-pm tue-am tue-pm wed-am wed-pm"
    ),
    Worker(
        "Aisha Rahman",
        (Job(PRE_SCHOOL, _WITH, "Wrens"),),
        also_speaks=("ur",),
        days="wed-am wed-pm thu-am thu-pm fri-am fri-pm",
        away=((92, 88),),
    ),
    Worker("Pam Hollis", (Job(PRE_SCHOOL, Role.VOLUNTEER, "Wrens", 200),)),
    Worker("Josh Bell", (Job(PRE_SCHOOL, Role.TRAINEE, "Robins", 240),)),
    Worker("Meena Joshi", (Job(PRE_SCHOOL, Role.TREASURER),)),
    Worker("Paul Whitby", (Job(PRE_SCHOOL, Role.SECRETARY, since=410),)),
    Worker(
        "Nia Howells", (Job(BRYN_AWEL, _WITH, "Gwenoliaid"),), speaks="cy", days=ALL_WEEK, away=((58, 54),)
    ),
    Worker("Rhodri Beynon", (Job(BRYN_AWEL, _WITH, "Gwenoliaid", 520),), speaks="cy", days=ALL_WEEK),
    Worker("Catrin Mathias", (Job(BRYN_AWEL, _WITH, "Drywod"),), speaks="cy", days=ALL_WEEK),
    Worker("Glenys Tudor", (Job(BRYN_AWEL, Role.SAFEGUARDING_LEAD),), speaks="cy"),
    Worker("Callum Foster", (Job(CLUB, _WITH, "Owls", 520),), days=CLUB_WEEK, away=((120, 117),)),
)
