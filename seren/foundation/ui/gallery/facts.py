"""Made-up facts the samples are drawn with. The day is fixed: a picture of the page stays comparable.

Read at the first request, not at the start: the addresses of static files are known by then.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.forms import CharField, ChoiceField, FileField, MultipleChoiceField, TimeField
from django.templatetags.static import static

from seren.foundation.ui.cards import (
    CardAct,
    CardState,
    MomentCard,
    Origin,
    PhotoShown,
    ReplyShown,
    Said,
)
from seren.foundation.ui.days import DayField
from seren.foundation.ui.fields import Labelled
from seren.foundation.ui.forms import SerenForm
from seren.foundation.ui.shown import (
    AnswerShown,
    Cell,
    ChildShown,
    Column,
    Due,
    DueState,
    Gap,
    KeyPersonShown,
    Line,
    LinkShown,
    NeedShown,
    PromiseShown,
    PromiseState,
    SkyStar,
    Starter,
    StepShown,
    Tab,
    Table,
    Tag,
    Tally,
    TaskShown,
)

TODAY = date(2025, 5, 14)
FRIDAY = date(2025, 5, 16)
HERE = "#main"


class SampleForm(SerenForm):
    """One field of every kind."""

    words = CharField(
        label="What happened?",
        help_text="In any language.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    called = CharField(label="What is she called at home?", required=False)
    email = forms.EmailField(
        label="Your e-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    on = DayField(label="When was it?", help_text="For example, 14 5 2025.")
    at = TimeField(
        label="At what time?", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    who = MultipleChoiceField(
        label="Who is in it?",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("mali", Labelled("Mali", initial="M", tint="rhosyn", cut="pebble")),
            ("zosia", Labelled("Zosia", initial="Z", tint="awyr", cut="arch", no_photo=True)),
        ],
    )
    quick = ChoiceField(
        label="A quick word",
        required=False,
        widget=forms.RadioSelect,
        choices=[(word, word) for word in ("tried", "kind", "said", "built", "brave", "laughed")],
    )
    sees = ChoiceField(
        label="Who may see it?",
        widget=forms.RadioSelect,
        choices=[
            ("key_person", Labelled("Sian", hint="Mali’s key person, and nobody else")),
            ("team", Labelled("The team", hint="Everyone who looks after Mali")),
            ("family", Labelled("All of Mali’s family", hint="In another home it says “from home”")),
        ],
    )
    language = ChoiceField(label="Written in", choices=[("en", "English"), ("cy", "Cymraeg"), ("ur", "اردو")])
    photo = FileField(label="A photo", required=False, help_text="We take out the place it was made.")
    record = forms.BooleanField(label="Put this in Mali’s record too", required=False)
    key = CharField(widget=forms.HiddenInput, required=False)


def _photo(scene: str, alt: str, **more: Any) -> PhotoShown:
    return PhotoShown(static(f"ui/scenes/{scene}.svg"), 400, 300, alt, "en", **more)


MALI = ChildShown("Mali", "rhosyn", "pebble", url=HERE)
YUSUF = ChildShown("Yusuf", "lemwn", "leaf", url=HERE, care=("Nuts",))
ZOSIA = ChildShown("Zosia", "awyr", "arch", url=HERE, no_photo=True)
AMELIA = ChildShown("Amelia", "dail", "gem", url=HERE, away=True)

TOWER = _photo("blocks", "Seven blocks in a tall tower. A purple roof is on top.")


def _card(number: int, origin: Origin, from_words: str, title: str, **more: Any) -> MomentCard:
    return MomentCard(f"sample-{number}", HERE, origin, from_words, Said(title, "en"), **more)


CARDS = {
    "setting": _card(
        1,
        Origin.SETTING,
        "From Sian · today, 10:40",
        "Mali built a tower taller than she is.",
        words=Said("“It is a castle for the cat,” she said.", "en"),
        photos=(TOWER,),
        label="built",
        with_others="with 2 friends",
        note="You have not answered yet.",
        new=True,
    ),
    "home": _card(
        2,
        Origin.HOME,
        "From home · Sunday 11 May",
        "Ola made tea for the dolls.",
        photos=(_photo("kettle", "A blue kettle and a cup"), TOWER),
    ),
    "both": _card(
        3,
        Origin.BOTH,
        "From both · Monday 12 May",
        "The bean has 5 leaves.",
        photos=(_photo("beanpot", "A bean plant in a red pot"),),
    ),
    "words": _card(4, Origin.HOME, "From home · Monday 12 May", "“The moon is following our car.”"),
    "translated": _card(
        5,
        Origin.HOME,
        "From home · Monday 12 May",
        "He makes cat sounds and then he laughs.",
        original=Said("وہ بلیوں کی آوازیں نکالتا ہے اور پھر ہنستا ہے۔", "ur", "rtl"),
        original_words="Amina wrote this in Urdu. Hana checked our words.",
        tint="llyn",
    ),
    "draft": _card(
        6,
        Origin.SETTING,
        "From you · 10:12",
        "The kite went up.",
        photos=(_photo("hill", "A green hill, a kite and the sun"),),
        state=CardState.DRAFT,
        state_words="Not shared yet. Only staff can see it.",
        acts=(CardAct(HERE, "Finish it", "pen"),),
    ),
    "held": _card(
        7,
        Origin.SETTING,
        "From Sian · Friday 9 May",
        "Three friends and one puddle.",
        state=CardState.HELD,
        state_words="A photo is kept back. One family has not said yes.",
    ),
    "withdrawn": _card(
        8,
        Origin.HOME,
        "",
        "",
        state=CardState.WITHDRAWN,
        state_words="This star was taken back on 3 May.",
    ),
    "coming": _card(
        9,
        Origin.SETTING,
        "From Joseph · today, 10:39",
        "Idris found the same leaf as last week.",
        photos=(PhotoShown("", 3, 4, "Tall trees, with three leaves on the ground", ready=False),),
    ),
}

PERSON = KeyPersonShown(
    "Sian Prosser",
    "Mali’s key person",
    "dail",
    "pebble",
    lines=(
        Line("door", "Here today until 3:30"),
        Line("words", "Speaks English and Welsh"),
        Line("clock", "Answers by 5:30 the next day"),
    ),
    acts=(LinkShown(HERE, "Write to Sian", "pen"), LinkShown(HERE, "Ask for a call", "phone", "quiet")),
)
AWAY = KeyPersonShown(
    "Hana Malik",
    "Idris’s key person",
    "llyn",
    "arch",
    photo_url=static("ui/scenes/window.svg"),
    photo_alt="Hana at the window",
    lines=(Line("door", "Away until Monday 19 May"), Line("people", "Ask Joseph until then")),
    acts=(LinkShown(HERE, "Write to Joseph", "pen"),),
)

DUES = {state.value: Due(state, FRIDAY if state in ("track", "soon") else TODAY) for state in DueState}
ANSWER_BY = Due(DueState.SOON, FRIDAY, "Answer by %(day)s")

TASKS = {
    "plain": TaskShown("Tell us about sleep and rest", HERE, "2 questions left. No rush."),
    "due": TaskShown("Can we use a photo of Mali?", HERE, "For our newsletter.", due=ANSWER_BY),
    "done": TaskShown("Names and words", HERE, tag=Tag("Done", "moss", "tick")),
    "started": TaskShown("Food and drink", HERE, tag=Tag("Started", "sea")),
    "ask": TaskShown("Toilet and washing", HERE, tag=Tag("Ask me", "heather")),
    "closed": TaskShown("Your first visit", hint="We will open this when the date is set."),
    "led": TaskShown("Yusuf slept badly", HERE, "Amina, 8:40", star="home"),
}

STARTERS = (
    Starter("heart", "We love this", "heart"),
    Starter("starter", "At home she also built…", "home"),
    Starter("words", "Write an answer", "pen"),
)

TABLE = Table(
    "Nobody left out: who we have not heard from",
    (
        Column("Family"),
        Column("Language"),
        Column("Last from home"),
        Column("Next"),
        Column("Homes", number=True),
    ),
    (
        (
            Cell("Nowak"),
            Cell("Polski", language="pl"),
            Cell("26 April", tag=Tag("26 April", "clay")),
            Cell("Write a letter", url=HERE),
            Cell("1 of 1"),
        ),
        (
            Cell("Hussain"),
            Cell("اردو", language="ur"),
            Cell("", due=DUES["late"]),
            Cell("Ring after 4:00", url=HERE),
            Cell("1 of 2"),
        ),
    ),
)

PROMISES = (
    PromiseShown(
        PromiseState.KEPT,
        "Every child has a key person on every day",
        "3 changes this year. Each was told before it happened.",
        "A11",
        "0 gap days",
        "since September",
        LinkShown(HERE, "See the rows"),
    ),
    PromiseShown(
        PromiseState.RISK,
        "We share news both ways, with every family",
        "4 families have sent nothing in 28 days.",
        "A3",
        "37 of 41",
        "families, both ways",
        LinkShown(HERE, "Who is missing"),
    ),
    PromiseShown(
        PromiseState.BROKEN,
        "A parent’s words go in the record",
        "2 comments have waited more than 5 working days.",
        "A5",
        "2 waiting",
        "the longest since 29 April",
        LinkShown(HERE, "Answer them"),
    ),
    PromiseShown(PromiseState.UNMEASURED, "Parents vote on the big things", "No room measures it.", "B24"),
)

FACTS: dict[str, Any] = {
    "today": TODAY,
    "children": {"mali": MALI, "yusuf": YUSUF, "zosia": ZOSIA, "amelia": AMELIA},
    "cards": CARDS,
    "thread": (
        replace(CARDS["setting"], id="thread-1"),
        replace(CARDS["words"], id="thread-2"),
        Gap("Half term, 26 to 30 May"),
        replace(CARDS["both"], id="thread-3"),
    ),
    "photo": TOWER,
    "photo_coming": CARDS["coming"].photos[0],
    "person": PERSON,
    "person_away": AWAY,
    "dues": DUES,
    "answer_by": ANSWER_BY,
    "tasks": TASKS,
    "starters": STARTERS,
    "answers": (
        AnswerShown("What she is called", "Mali, or Mals", HERE, "Change what she is called"),
        AnswerShown("Her comforter", "بونی خرگوش", HERE, "Change her comforter", "ur"),
    ),
    "need": NeedShown(
        "Name cover for Hana",
        "She is away tomorrow. 6 families need to know who to ask.",
        DUES["today"],
        LinkShown(HERE, "Name cover"),
    ),
    "need_late": NeedShown(
        "Answer an idea about snack",
        "We said we would answer by Tuesday.",
        DUES["late"],
        LinkShown(HERE, "Answer now", kind="full"),
    ),
    "tabs": (
        Tab(HERE, "All", current=True),
        Tab(HERE, "Home", star="home"),
        Tab(HERE, "Pre-school", star="setting"),
    ),
    "polish": Said("Zosia nauczyła dziś Mali polskiej piosenki.", "pl"),
    "english": Said("Zosia taught Mali a Polish song today.", "en"),
    "reply": ReplyShown(
        "You, today at 12:15", Said("At home she also builds with the tins.", "en"), origin=Origin.HOME
    ),
    "reply_heart": ReplyShown("You, today at 12:15", None, heart=True),
    "sky": (
        SkyStar("setting", 2, 2),
        SkyStar("home", 6, 3, "wee"),
        SkyStar("setting", 10, 1, "wee"),
        SkyStar("both", 13, 3, "big"),
        SkyStar("home", 18, 1),
        SkyStar("setting", 28, 4, "big"),
    ),
    "table": TABLE,
    "table_wide": replace(TABLE, caption="The same, wide on every screen"),
    "promises": PROMISES,
    "strip": tuple(promise.state for promise in PROMISES for _ in range(3)),
    "tallies": tuple(Tally(state, number) for state, number in zip(PromiseState, (8, 3, 1, 1), strict=True)),
    "step": StepShown(
        "Count the stairs in two languages", "At home with Grandad. Here on the way out.", DUES["track"]
    ),
    "step_waiting": StepShown(
        "Share a book about cats with one friend",
        "We have no words from home for this yet.",
        DUES["soon"],
        home=False,
        acts=(LinkShown(HERE, "Ask Amina", "pen", "quiet"),),
    ),
    "lines": PERSON.lines,
    "link": LinkShown(HERE, "See the rows", "go", "quiet"),
    "form": SampleForm(initial={"quick": "built", "who": ["mali"], "on": TODAY}),
    "wrong": SampleForm(
        {"on_day": "31", "on_month": "2", "on_year": "2025", "email": "amina", "key": "k"}, auto_id="wrong_%s"
    ),
}
