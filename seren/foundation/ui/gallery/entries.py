# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""The list: each component, and its states as one would write them in a template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One state. `across` takes the whole width."""

    state: str
    source: str
    across: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    component: str
    title: str
    samples: tuple[Sample, ...]


def entry(component: str, title: str, *samples: tuple[str, str], across: bool = False) -> Entry:
    return Entry(component, title, tuple(Sample(state, source, across) for state, source in samples))


def each(names: str, source: str) -> tuple[tuple[str, str], ...]:
    """The same source for several names: `§` stands for the name."""
    return tuple((name, source.replace("§", name)) for name in names.split())


PRESSED = (
    entry(
        "button",
        "Button",
        ("first act", "<c-button>Send to Sian</c-button>"),
        ("quiet", '<c-button kind="quiet" icon="heart">We love this</c-button>'),
        ("bare", '<c-button kind="bare">Leave it</c-button>'),
        ("a link", '<c-button href="#main" icon="plus">Share a star</c-button>'),
        ("not yet, and why", '<c-button why="Choose a child first.">Send to Sian</c-button>'),
        ("busy", "<c-button busy>Sending</c-button>"),
        ("full width, on a tablet", "<c-button full big>Done</c-button>"),
    ),
    entry("act", "Act from a read model", ("quiet link", '<c-act :act="link" />')),
    entry(
        "go",
        "Ways on and back",
        ("on", '<c-go href="#main">See the plan</c-go>'),
        ("back", '<c-back href="#main">All stars</c-back>'),
        ("with an icon", '<c-link href="#main" icon="print">Print May</c-link>'),
    ),
    entry("tabs", "Tabs", ("one chosen", '<c-tabs :tabs="tabs" label="Show" />')),
    entry(
        "search",
        "Search",
        ("by name", '<c-search label="Find a child by name" value="Mali" />'),
    ),
    entry(
        "pages",
        "Older and newer",
        ("both", '<c-pages newer="#main" older="#main" />'),
        ("the first page", '<c-pages older="#main" older_words="Show April" label="Other months" />'),
    ),
    entry(
        "fold",
        "Fold",
        ("closed", '<c-fold summary="Who can see this" icon="eye"><p>You, Sian and the team.</p></c-fold>'),
        (
            "open",
            '<c-fold summary="Who can see this" icon="eye" open><p>You, Sian and the team.</p></c-fold>',
        ),
    ),
    entry("sees", "Who sees it", ("beside a button", "<c-sees>Sian sees your answer.</c-sees>")),
)

MOMENTS = (
    entry(
        "star",
        "Star",
        *each("home setting both missing", '<c-star kind="§" />'),
        ("the only sign", '<c-star kind="home" say="From home" />'),
    ),
    entry(
        "moment",
        "Moment card",
        *each(
            "setting home both words translated draft held withdrawn coming", '<c-moment :card="cards.§" />'
        ),
    ),
    entry(
        "moment-whole",
        "One moment, whole",
        (
            "with everything",
            '<c-moment-whole :card="cards.setting" level="4" id="whole"><c-link href="#main" icon="print">Print</c-link></c-moment-whole>',
        ),
        ("landed", '<c-moment-whole :card="cards.translated" level="4" id="whole-2" landing />'),
    ),
    entry(
        "photo",
        "Photo",
        ("ready", '<c-photo :photo="photo" />'),
        ("on its way", '<c-photo :photo="photo_coming" />'),
        ("in its own shape", '<c-photo :photo="photo" shape="own" />'),
    ),
    entry("thread", "Thread", ("with a gap", '<c-thread :cards="thread" />')),
    entry("sky", "Month", ("six stars", '<c-sky :month="today" :stars="sky" id="sky" level="4" />')),
    entry("quick-words", "Quick words", ("one chosen", '<c-quick-words :field="alone.quick" />')),
    entry(
        "reply-starters",
        "Reply starters",
        (
            "three",
            '<c-reply-starters :starters="starters" label="Answer Sian" sees="Sian sees your answer." />',
        ),
    ),
    entry(
        "reply",
        "Reply",
        ("words", '<c-reply :reply="reply" />'),
        (
            "a heart",
            '<c-reply :reply="reply_heart"><c-link href="#main" icon="undo">Take it back</c-link></c-reply>',
        ),
    ),
    entry(
        "two-language",
        "Two languages",
        (
            "translated",
            '<c-two-language :first="polish" :original="english" by="Machine words. A person has not checked them." wrong_url="#main" />',
        ),
        (
            "not yet",
            '<c-two-language :first="english" missing="Not yet in Welsh. This is what Sian wrote." />',
        ),
    ),
)

PEOPLE = (
    entry(
        "child-chip",
        "Child chip",
        ("here", '<c-child-chip :child="children.mali" />'),
        ("this one", '<c-child-chip :child="children.mali" current />'),
        ("no photos", '<c-child-chip :child="children.zosia" />'),
        ("away", '<c-child-chip :child="children.amelia" />'),
        ("to choose", '<c-child-chip :child="children.yusuf" name="child" value="y" />'),
        ("chosen", '<c-child-chip :child="children.mali" name="child" value="m" chosen />'),
        ("one of several", '<c-child-chip :child="children.mali" name="one" value="m" radio />'),
    ),
    entry(
        "kid",
        "Child in the room",
        *each("mali yusuf zosia amelia", '<c-kid :child="children.§" />'),
    ),
    entry(
        "face",
        "Face",
        ("initial", '<c-face :of="children.yusuf" />'),
        ("small", '<c-face :of="children.zosia" size="sm" />'),
        ("photo", '<c-face :of="person_away" size="lg" photo="{{ person_away.photo_url }}" alt="Hana" />'),
    ),
    entry(
        "key-person",
        "Key person",
        ("here", '<c-key-person :person="person" id="kp-1" level="4" />'),
        ("away, with cover", '<c-key-person :person="person_away" id="kp-2" level="4" />'),
    ),
    entry("facts", "Facts", ("three", '<c-facts :lines="lines" />')),
)

ROWS = (
    entry(
        "due",
        "Deadline",
        *each("track soon today late paused done", '<c-due :due="dues.§" />'),
        ("own words", '<c-due :due="answer_by" />'),
    ),
    entry(
        "status-line",
        "Status line",
        ("all sent", '<c-status-line quiet state="ok">All sent 10:42</c-status-line>'),
        (
            "waiting",
            '<c-status-line quiet state="waiting">3 saved here. They will send by themselves.</c-status-line>',
        ),
        ("sending", '<c-status-line quiet state="sending">Sending 2 of 5</c-status-line>'),
        (
            "stuck",
            '<c-status-line quiet state="stuck">Waiting since 9:15. Move nearer the door.</c-status-line>',
        ),
        ("needs you", '<c-status-line quiet state="needs">1 star needs you. It is safe.</c-status-line>'),
        ("low", '<c-status-line state="low">This tablet is nearly full.</c-status-line>'),
    ),
    entry(
        "tag",
        "Tag",
        ("plain", "<c-tag>Not started</c-tag>"),
        *each("moss sea clay berry heather", '<c-tag tone="§" icon="tick">A word</c-tag>'),
    ),
    entry(
        "task-row",
        "Task row",
        (
            "all states",
            '<c-rows>{% for name, task in tasks.items %}<c-task-row :task="task" />{% endfor %}</c-rows>',
        ),
    ),
    entry(
        "rows",
        "Rows",
        ("two", '<c-rows><c-task-row :task="tasks.due" /><c-task-row :task="tasks.done" /></c-rows>'),
    ),
    entry(
        "check-answers",
        "Check your answers",
        ("two", '<c-check-answers :answers="answers" />'),
    ),
    entry(
        "need",
        "A row of the desk",
        (
            "late, today",
            '<c-rows><c-need :need="need_late" level="4" /><c-need :need="need" level="4" /></c-rows>',
        ),
        across=True,
    ),
    entry(
        "table",
        "Table",
        ("folds on a phone", '<c-table :table="table" id="t1" />'),
        ("stays wide", '<c-table :table="table_wide" id="t2" stay />'),
        across=True,
    ),
    entry(
        "promise",
        "Promise",
        (
            "all states",
            '<c-rows>{% for promise in promises %}<c-promise :promise="promise" level="4" />{% endfor %}</c-rows>',
        ),
        across=True,
    ),
    entry(
        "strip",
        "Strip and tally",
        ("strip", '<c-strip :states="strip" />'),
        ("tally", '<c-tally :tallies="tallies" />'),
    ),
    entry(
        "plan-side",
        "Plan",
        (
            "home",
            '<c-plan-side origin="home" title="What home knows" id="ps-1" level="4"><p>He counts the stairs.</p></c-plan-side>',
        ),
        (
            "setting",
            '<c-plan-side origin="setting" title="What we see" id="ps-2" level="4"><p>He sings at the sink.</p></c-plan-side>',
        ),
    ),
    entry(
        "step",
        "Next step",
        (
            "agreed, and waiting",
            '<c-rows><c-step :step="step" level="4" /><c-step :step="step_waiting" level="4" /></c-rows>',
        ),
        across=True,
    ),
)

FORMS = (
    entry(
        "form",
        "Form",
        (
            "every field",
            '<c-form :form="form" draft="#draft" files>{% for field in form %}<c-field :field="field" />{% endfor %}<c-button full>Send to Sian</c-button><c-sees>Sian sees this.</c-sees></c-form>',
        ),
    ),
    entry(
        "error-summary",
        "What to put right",
        (
            "a form with faults",
            '<c-form :form="wrong" level="4">{% for field in wrong %}<c-field :field="field" />{% endfor %}</c-form>',
        ),
        ("by itself", '<c-error-summary :form="wrong" level="4" id="put-right-2" />'),
    ),
    entry("field", "One field", ("with a hint", '<c-field :field="alone.words" />')),
    entry("finder", "Finder", ("nothing chosen yet", '<c-finder :field="alone.photo" />')),
    entry(
        "progress",
        "Progress",
        ("moving", '<c-progress id="up1" words="Sending to Sian" :percent="62" />'),
        ("waiting", '<c-progress id="up2" words="Waiting for signal" :percent="0" state="waiting" />'),
        ("safe", '<c-progress id="up3" words="Safe" :percent="100" state="safe" />'),
    ),
)

TOLD = (
    entry(
        "undo-bar",
        "Undo bar",
        ("can be undone", '<c-undo-bar undo="#undo">Sent to Sian.</c-undo-bar>'),
        ("only told", "<c-undo-bar>Saved.</c-undo-bar>"),
        ("refused", "<c-undo-bar error>This star was taken back already.</c-undo-bar>"),
    ),
    entry(
        "empty",
        "Empty place",
        *(
            (
                name,
                f'<c-empty scene="{name}" title="No stars yet this week" level="4"><p>What did Mali do at home?</p><c-button href="#main">Share a star</c-button></c-empty>',
            )
            for name in ("washing", "gate")
        ),
    ),
    entry(
        "banner",
        "Keep safe",
        ("clay", '<c-banner label="Keep safe"><p><strong>Yusuf: no nuts.</strong></p></c-banner>'),
        (
            "sea",
            '<c-banner tone="sea" icon="words" label="How to talk with this family"><p>Amina speaks Urdu.</p></c-banner>',
        ),
    ),
    entry(
        "card",
        "Card",
        (
            "with a title",
            '<c-card title="What this shows us" id="card-1" level="4"><p>Mali can keep trying.</p></c-card>',
        ),
        ("moss", '<c-card tint="moss"><p>Thank you for ringing.</p></c-card>'),
    ),
    entry(
        "note",
        "Next thing to know",
        (
            "with a scene",
            '<c-note title="Tomorrow we walk to the woods" scene="wellies" id="note-1" level="4"><p>Bring wellies and a coat.</p><p><c-due :due="dues.soon" /></p></c-note>',
        ),
    ),
    entry(
        "scene",
        "Scene",
        *each(
            "wellies hill washing kettle puddle gate blocks window woods beanpot paint cake moon book",
            '<c-scene name="§" />',
        ),
    ),
    entry(
        "horizon",
        "Horizon",
        *each(
            "house kite washing fence",
            '<c-horizon scene="§" star><p class="date">{% day today %}</p><h4 class="t2">Mali’s day</h4></c-horizon>',
        ),
        across=True,
    ),
    entry(
        "head",
        "Head of a desk page",
        ("with a line", '<c-head title="Needs you today" line="8 things, by date." level="4" />'),
    ),
    entry(
        "language-nav",
        "Languages",
        ("this page", '<c-language-nav id="langs-1" label="Two languages" />'),
        ("with more", '<c-language-nav id="langs-2" :links="all_languages" label="All languages" />'),
    ),
    entry("themes", "Themes", ("to choose", "<c-themes />")),
    entry(
        "print-letter",
        "Letter and slip",
        (
            "Welsh first",
            '<c-print-letter language="cy"><c-slot name="address">Rhian Bowen<br>12 Heol y Felin<br>Abervale</c-slot><p><strong>Dewch i weld diwrnod Mali.</strong> Teipiwch y cod: <c-code>K7MP 4TQX</c-code></p><c-slot name="slip"><p lang="en">The walk to the woods. Can Mali come?</p><ul class="boxes"><li>Caiff</li><li>Na chaiff</li></ul><ul class="lines"><li>Llofnod</li><li>Dyddiad</li></ul></c-slot></c-print-letter>',
        ),
        across=True,
    ),
    entry("code", "Code", ("to type", "<c-code>K7MP 4TQX</c-code>")),
)

SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("What can be pressed", PRESSED),
    ("Moments", MOMENTS),
    ("People", PEOPLE),
    ("Things by date", ROWS),
    ("Forms", FORMS),
    ("What the page tells", TOLD),
)
ENTRIES: tuple[Entry, ...] = tuple(entry for _, entries in SECTIONS for entry in entries)

# The same parts in a page that runs from right to left.
RIGHT_TO_LEFT = """
<c-horizon scene="house" star><p class="date">{% day today %}</p><h3 class="t2">یوسف کا دن</h3><p>یوسف 3:15 تک یہاں ہے۔</p></c-horizon>
<div class="wrap stack gap-5 pad">
<c-child-chip :child="yusuf" /><c-moment :card="card" />
<c-rows><c-task-row :task="task" /></c-rows>
<div class="cluster"><c-due :due="due" /><c-go href="#main">منصوبہ دیکھیں</c-go><c-back href="#main">سب ستارے</c-back></div>
<c-pages newer="#main" older="#main" newer_words="نئے" older_words="پرانے" label="نئے اور پرانے" />
<c-undo-bar undo="#undo">سیان کو بھیج دیا گیا۔</c-undo-bar>
</div>
"""
