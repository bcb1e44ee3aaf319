"""The club and Bryn Awel."""

from seren.doors.demo.spec import BRYN_AWEL, CLUB
from seren.doors.demo.story import Story
from seren.doors.demo.told import Note, Shot, Star
from seren.partnership.journal.terms import Audience

PRIYA, FFION, DYLAN = "Priya Nair", "Ffion Morgan", "Dylan Rees"
ZOFIA, MALI_GRANT, GWILYM, TOMOS = "Zofia Nowak", "Mali Grant", "Gwilym Roberts", "Tomos Griffiths"


def tell(story: Story) -> None:
    _club(story)
    _bryn_awel(story)


def _club(story: Story) -> None:
    story.note(
        Note(
            PRIYA,
            [ZOFIA],
            "Zofia showed the big ones how to fold a paper boat. They asked her to show them again.",
            happened=story.at(4, "16:20", CLUB),
            written=story.at(4, "17:05", CLUB),
            shared=story.at(4, "17:05", CLUB),
            quick="kind",
            shots=(Shot("boat", 1, nickname="at-the-club"),),
            setting=CLUB,
        ),
        "at-the-club",
    )
    chess = story.note(
        Note(
            PRIYA,
            [MALI_GRANT],
            "Mali won at chess against all the big ones. She says her rook is called Biscuit.",
            happened=story.at(5, "16:45", CLUB),
            written=story.at(5, "17:20", CLUB),
            shared=story.at(5, "17:20", CLUB),
            setting=CLUB,
        ),
        "other-mali",
    )
    story.reply(
        chess,
        "stranger-parent",
        story.at(5, "19:25"),
        "Biscuit came home in her pocket. We will bring it back.",
    )
    star = story.star(
        Star(
            "stranger-parent",
            MALI_GRANT,
            "Mali learned to whistle. We have asked for a day off from it.",
            at=story.at(11, "18:10"),
            happened=story.at(11, "17:30"),
            to=Audience.TEAM,
            setting=CLUB,
        ),
        "other-mali-from-home",
    )
    story.thank(star, PRIYA, story.at(10, "15:40", CLUB))


def _bryn_awel(story: Story) -> None:
    bridge = story.note(
        Note(
            FFION,
            [GWILYM],
            "Adeiladodd Gwilym bont o flociau i’r ceir bach. “Un car ar y tro,” meddai wrth y lleill.",
            happened=story.at(3, "10:25", BRYN_AWEL),
            written=story.at(3, "11:00", BRYN_AWEL),
            shared=story.at(3, "11:00", BRYN_AWEL),
            language="cy",
            quick="built",
            areas=("W.EXP",),
            shots=(Shot("train", nickname="gwilym"),),
            setting=BRYN_AWEL,
        ),
        "gwilym",
    )
    story.reply(
        bridge,
        "parent-welsh",
        story.at(3, "18:35", BRYN_AWEL),
        "Mae pont dros y gegin gartref hefyd, wedi’i gwneud o lyfrau.",
        "cy",
        starter=True,
        nickname="gwilym-from-mother",
    )
    star = story.star(
        Star(
            "parent-welsh",
            GWILYM,
            "Canodd Gwilym “Mi welais Jac y Do” i’w chwaer fach nes iddi gysgu.",
            at=story.at(7, "19:05", BRYN_AWEL),
            happened=story.at(7, "18:30", BRYN_AWEL),
            language="cy",
            setting=BRYN_AWEL,
        ),
        "star-in-welsh",
    )
    story.answer(
        star,
        FFION,
        "parent-welsh",
        story.at(6, "08:50", BRYN_AWEL),
        "Dyna hyfryd! Fe ganodd hi i ninnau yn y cylch heddiw.",
        "cy",
        nickname="answer-in-welsh",
    )
    story.note(
        Note(
            DYLAN,
            [TOMOS],
            "Dilynodd Tomos y malwod ar hyd y llwybr, un cam ar y tro, am amser hir.",
            happened=story.at(2, "09:40", BRYN_AWEL),
            written=story.at(2, "10:10", BRYN_AWEL),
            shared=story.at(2, "10:10", BRYN_AWEL),
            language="cy",
            setting=BRYN_AWEL,
        ),
        "tomos",
    )
