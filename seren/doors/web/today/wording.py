"""The sentences of a family's day: whole ones, so that each can be said otherwise in another language."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import KeyPersonShown, Line, LinkShown, TaskShown, day_words, paper_of
from seren.partnership.journal.queries.languages import language_name
from seren.partnership.journal.queries.news import Waits, WaitsRead
from seren.people.families.queries.today import DayOfChild, Looking

PROMISED = rules.need("star.acknowledge")


def of_the_day(one: DayOfChild, at: datetime) -> str:
    """What is booked: the register, which would know more, does not exist yet."""
    facts = {"name": one.name, "starts": "", "ends": "", "day": ""}
    if one.starts is not None and one.ends is not None:
        facts |= {"starts": hour(one.starts), "ends": hour(one.ends)}
        now = clock.local(at).time()
        if now < one.starts:
            return _("%(name)s’s day here is %(starts)s to %(ends)s.") % facts
        if now < one.ends:
            return _("%(name)s’s day here ends at %(ends)s.") % facts
        return _("%(name)s’s day here ended at %(ends)s.") % facts
    if one.joining or one.starts_on > clock.day_of(at):
        return _("%(name)s starts here on %(day)s.") % {**facts, "day": day_words(one.starts_on)}
    if one.next_day is None:
        return _("%(name)s is not booked today.") % facts
    facts["day"] = day_words(one.next_day)
    if not one.open_today:
        return _("We are closed today. %(name)s’s next day here is %(day)s.") % facts
    return _("%(name)s is not booked today. The next day is %(day)s.") % facts


def title(days: Sequence[DayOfChild], viewer: bool) -> str:
    names = list(dict.fromkeys(one.name for one in days))
    if len(names) == 1:
        return _("%(name)s’s day") % {"name": names[0]}
    return _("Stars shared with you") if viewer else _("Your day")


def key_person(one: DayOfChild, several_places: bool) -> KeyPersonShown | None:
    if one.key is None:
        return None
    tint, cut = paper_of(one.key.person)
    facts = {"child": one.name, "setting": one.setting_name}
    role = _("%(child)s’s key person at %(setting)s") if several_places else _("%(child)s’s key person")
    call = LinkShown(f"tel:{_dialled(one.phone)}", _("Ring us"), "phone", "quiet")
    return KeyPersonShown(
        name=f"{one.key.name} {one.key.family_name}",
        role_words=role % facts,
        tint=tint,
        cut=cut,
        lines=tuple(_lines(one, one.key)),
        acts=(call,) if one.phone else (),
    )


def _lines(one: DayOfChild, key: Looking) -> list[Line]:
    lines = [Line("door", _presence(one, key))]
    spoken = [language_name(code) for code in key.languages if code]
    if len(spoken) == 1:
        lines.append(Line("words", _("Speaks %(language)s") % {"language": spoken[0]}))
    elif spoken:
        most, last = ", ".join(spoken[:-1]), spoken[-1]
        lines.append(
            Line("words", _("Speaks %(languages)s and %(last)s") % {"languages": most, "last": last})
        )
    return lines


def _presence(one: DayOfChild, key: Looking) -> str:
    if not one.open_today:
        return _("We are closed today.")
    if key.until is not None:
        return _("Here today until %(time)s") % {"time": hour(key.until)}
    if one.buddy is not None and one.buddy.until is not None:
        return _("Not here today. %(name)s looks after %(child)s.") % {
            "name": one.buddy.name,
            "child": one.name,
        }
    return _("Not here today. Ask anybody in the room.")


def promise(nations: set[str], on: date) -> str:
    """How soon a star is thanked for, in the words of the rule, where it has them in this language."""
    said = {rules.sentence(nation, PROMISED, get_language() or "en", on) for nation in nations}
    sentence = said.pop() if len(said) == 1 else None
    return sentence.text if sentence and sentence.language == (get_language() or "en") else ""


def at_home(days: Sequence[DayOfChild]) -> str:
    names = list(dict.fromkeys(one.name for one in days))
    if len(names) == 1:
        return _("What did %(name)s do at home?") % {"name": names[0]}
    return _("What did you do at home?")


def next_steps(name: str) -> str:
    return _("%(name)s’s next steps") % {"name": name}


def task(one: WaitsRead, names: Mapping[UUID, str], plan: str) -> TaskShown:
    day = {"day": day_words(one.on)}
    star = f"/stars/{one.about}/"
    if one.what is Waits.STEP:
        name = names.get(one.about, "")
        return TaskShown(
            _("A next step for %(name)s") % {"name": name},
            plan,
            _("We suggested it on %(day)s. What do you think?") % day,
            star="setting",
        )
    if one.what is Waits.DRAFT:
        hint = _("You wrote it on %(day)s. Only you can see it.") % day
        return TaskShown(_("A star you have not shared"), star, hint, star="home")
    if one.what is Waits.ACCEPTED:
        hint = _("We put your words in the record on %(day)s.") % day
        return TaskShown(_("Your words are in the record"), f"{star}#record", hint, star="home")
    hint = _("We gave you our reason on %(day)s.") % day
    return TaskShown(_("Your words are not in the record"), f"{star}#record", hint, star="home")


def questions(number: int, since: date) -> TaskShown:
    """A yes and a no are both an answer; so is wanting to talk, on the page itself."""
    title = ngettext(
        "%(count)d question waits for your yes or no", "%(count)d questions wait for your yes or no", number
    )
    hint = _("We asked on %(day)s. Until there is a yes, it is a no.") % {"day": day_words(since)}
    return TaskShown(title % {"count": number}, "/family/permissions/", hint, star="setting")


def hour(at: time) -> str:
    return at.strftime("%H:%M").removeprefix("0")


def _dialled(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
