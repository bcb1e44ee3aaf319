"""The rest of Robins: a group, own words, stars in Urdu and Polish, a star on paper, drafts."""

from seren.doors.demo.plans import Plans
from seren.doors.demo.story import Story
from seren.doors.demo.told import Note, Shot, Star
from seren.partnership.journal.terms import Audience

SIAN, HANNAH, AMINA, KASIA = "key-person", "parent-and-staff", "parent-urdu", "parent-polish"
MALI, YUSUF, ZOFIA, ALFIE, KAI = "Mali Evans", "Yusuf Khan", "Zofia Nowak", "Alfie Walker", "Kai Bennett"


def tell(story: Story, plans: Plans) -> None:
    _together(story)
    _drafts(story)
    _amina(story, plans)
    _kasia(story, plans)
    _alfie(story)
    _kai(story)


def _together(story: Story) -> None:
    story.note(
        Note(
            SIAN,
            [MALI, YUSUF, ZOFIA],
            "Three friends planted beans in the long bed. Each made a hole with one finger, "
            "dropped a bean in and told it good night.",
            happened=story.at(3, "10:40"),
            written=story.at(3, "11:20"),
            shared=story.at(3, "11:20"),
            quick="kind",
            areas=("E.UW.3",),
            shots=(
                Shot("beanpot", nickname="group"),
                Shot("beanpot", 1, (MALI,), "group-mali"),
                Shot("gate", 0, (YUSUF,), "group-yusuf"),
            ),
        ),
        "group",
    )
    story.note(
        Note(
            SIAN,
            [ZOFIA, "Noah Clarke"],
            "Two friends sang for everybody at the end of the morning.",
            happened=story.at(2, "11:45"),
            written=story.at(2, "11:58"),
            shared=story.at(2, "13:05"),
            quick="brave",
            own={ZOFIA: "Zofia sang two verses of a song from home, in Polish, and taught us the clap."},
        ),
        "own-words",
    )


def _drafts(story: Story) -> None:
    story.note(
        Note(
            SIAN,
            [YUSUF],
            "Yusuf found a snail under the log and kept his hand flat until it climbed on.",
            happened=story.at(0, "09:25"),
            written=story.at(0, "09:40"),
        ),
        "draft",
    )


def _amina(story: Story, plans: Plans) -> None:
    shared = story.star(
        Star(
            AMINA,
            YUSUF,
            "آج یوسف نے اپنے چھوٹے کزن کے ساتھ کھلونے بانٹے۔ ہم سب بہت خوش ہوئے۔",
            at=story.at(7, "18:20"),
            happened=story.at(7, "16:00"),
            language="ur",
            to=Audience.TEAM,
        ),
        "star-in-urdu",
    )
    story.answer(
        shared,
        SIAN,
        AMINA,
        story.at(6, "08:55"),
        "That is lovely to hear. He shared the red car with a friend here today too. "
        "Thank you for telling us.",
        nickname="answer-to-urdu",
    )
    plans.suggest(
        "suggested",
        YUSUF,
        SIAN,
        story.at(5, "13:30"),
        "Yusuf joins in when a friend asks him to play.",
        "He watches the others for a long time, and smiles at the funny parts.",
    )
    plans.home_knows(
        YUSUF,
        AMINA,
        story.at(5, "19:05"),
        "گھر پر وہ اپنی کزن کے ساتھ سارا دن کھیلتا ہے۔ نئے لوگوں سے شرماتا ہے۔",
        "ur",
        step="suggested",
        name="from-parent-urdu",
    )


def _kasia(story: Story, plans: Plans) -> None:
    story.star(
        Star(
            KASIA,
            ZOFIA,
            "Zofia nauczyła się wiązać kokardki. Ćwiczyła całe popołudnie.",
            at=story.at(1, "18:05"),
            happened=story.at(1, "16:30"),
            language="pl",
            to=Audience.TEAM,
        ),
        "waiting",
    )
    wedding = story.star(
        Star(
            KASIA,
            ZOFIA,
            "Na weselu cioci Zofia tańczyła do północy. Nawet dziadek musiał odpocząć.",
            at=story.at(14, "17:30"),
            happened=story.at(14, "16:00"),
            language="pl",
        ),
        "star-in-polish",
    )
    story.thank(wedding, SIAN, story.at(13, "09:00"))
    plans.ask("declined", wedding, KASIA, story.at(13, "19:40"))
    plans.decide(
        "declined",
        SIAN,
        story.at(11, "15:45"),
        accept=False,
        reason="This is a happy story, and it tells of other adults too. It stays here with her stars. "
        "Shall we put the dancing in, in words we choose together?",
    )
    plans.suggest(
        "closed",
        ZOFIA,
        SIAN,
        story.at(30, "13:10"),
        "Zofia pours her own drink from the small jug.",
        "She holds the jug with two hands and stops just before the cup is full.",
    )
    plans.agree("closed", KASIA, story.at(29, "19:15"))
    plans.close("closed", KASIA, story.at(10, "18:50"), "Zofia robi to już sama. Dziękujemy.", "pl")


def _alfie(story: Story) -> None:
    story.note(
        Note(
            "leaver",
            [ALFIE],
            "Alfie read the whole boat book to the bears, and turned it round so that they could see.",
            happened=story.at(35, "10:10"),
            written=story.at(35, "10:50"),
            shared=story.at(35, "10:50"),
            quick="kind",
        ),
        "from-leaver",
    )
    story.print_slip("slip", ALFIE, SIAN, story.at(10, "15:20"))
    paper = story.star(
        Star(
            "parent-no-phone",
            ALFIE,
            "Alfie helped me paint the boat. He did the name on the side, A for Alfie.",
            at=story.at(7, "09:05"),
            happened=story.at(9, "12:00"),
            keyed_by=SIAN,
            slip="slip",
        ),
        "on-paper",
    )
    story.thank(paper, HANNAH, story.at(7, "15:25"))
    story.print_slip("open-slip", ALFIE, SIAN, story.at(2, "15:20"))


def _kai(story: Story) -> None:
    story.note(
        Note(
            HANNAH,
            [KAI],
            "Kai kept the beat for our song on the big drum, right to the end. Then he bowed.",
            happened=story.at(7, "11:10"),
            written=story.at(7, "11:35"),
            shared=story.at(7, "11:35"),
            quick="brave",
            shots=(Shot("drum", nickname="kai"),),
        ),
        "kai",
    )
    star = story.star(
        Star(
            "foster-carer",
            KAI,
            "Kai slept the whole night in the new room, with the door open a little.",
            at=story.at(6, "08:10"),
            happened=story.at(6, "07:00"),
            to=Audience.KEY_PERSON,
        ),
        "from-foster-carer",
    )
    story.thank(star, HANNAH, story.at(6, "09:15"))
