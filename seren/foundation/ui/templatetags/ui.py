"""The tags of the design language. They are built in: no template loads them."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info

from seren.foundation.kernel import clock
from seren.foundation.ui import cards, dates, dues, fields, frame, icons, kept, stars
from seren.foundation.ui.shown import SkyStar
from seren.foundation.ui.tongues import endonym

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "star" %}: decoration beside its word."""
    return icons.ICONS[name]


@register.simple_tag
def star(kind: str = "setting", extra: str = "", day: int = 0, row: int = 0) -> SafeString:
    """{% star "home" "sm" %}: outlined is home, filled is the setting. `day` and `row` place it in a sky."""
    return stars.drawn(kind, extra, day, row)


@register.simple_tag
def stars_in_sky(points: Iterable[SkyStar]) -> SafeString:
    """{% stars_in_sky month.stars %}: all of a month at once."""
    return SafeString("".join(stars.drawn(point.kind, point.size, point.day, point.row) for point in points))


@register.simple_block_tag
def heading(
    content: str, level: int | str, id: str = "", extra: str = "", language: str = "", direction: str = ""
) -> SafeString:
    """{% heading level id=id %}…{% endheading %}: a heading of the level its place on the page asks for."""
    given = {"class": extra, "id": id, "lang": language, "dir": direction}
    attrs = flatatt({name: value for name, value in given.items() if value})
    return format_html("<h{}{}>{}</h{}>", int(level), attrs, content, int(level))


def _time(value: date | datetime, words: str) -> SafeString:
    """A machine-readable time element; its digits stay left to right in any page."""
    return format_html('<time datetime="{}">{}</time>', _machine(value), words)


def _machine(value: date | datetime) -> str:
    if isinstance(value, datetime):
        return clock.local(value).isoformat(timespec="minutes")
    return value.isoformat()


def _day(value: date | datetime) -> date:
    return clock.day_of(value) if isinstance(value, datetime) else value


@register.simple_tag(name="day")
def day_tag(value: date | datetime | None, year: bool = False) -> SafeString | str:
    """{% day page.on %}: “Wednesday 14 May”, with its time element."""
    return _time(_day(value), dates.standing(_day(value), year=year)) if value else ""


@register.simple_tag(name="date")
def date_tag(value: date | datetime | None) -> SafeString | str:
    """{% date page.on %}: “Wednesday 14 May 2025”."""
    return day_tag(value, year=True)


@register.simple_tag
def short_day(value: date | datetime | None) -> SafeString | str:
    """{% short_day page.on %}: “Wed 14 May”, where there is little room."""
    return _time(_day(value), dates.short_day(_day(value))) if value else ""


@register.simple_tag(name="time")
def time_tag(value: datetime | None) -> SafeString | str:
    """{% time page.at %}: “10:40”, on a London clock."""
    if value is None:
        return ""
    said = dates.time_words(value)
    return format_html('<time datetime="{}" dir="ltr">{}</time>', _machine(value), said)


@register.simple_tag
def month(value: date) -> str:
    """{% month page.first %}: “May 2025”."""
    return dates.month_words(value)


@register.filter
def day_in_words(value: date | datetime) -> str:
    """For a sentence: {% blocktranslate with day=page.on|day_in_words %}."""
    return dates.day_words(_day(value))


@register.filter
def day_and_year(value: date) -> str:
    """The same with its year, where it may be another one."""
    return dates.day_words(value, year=True)


@register.filter
def time_in_words(value: datetime) -> str:
    return dates.time_words(value)


@register.filter
def shown(field: BoundField) -> fields.FieldShown:
    """A form's field as a read model: what `<c-field>` draws."""
    return fields.shown(field)


@register.filter
def wrongs(form: BaseForm) -> list[tuple[str, str]]:
    """What is wrong, in the order of the page: the id to go to (empty: the whole form) and the sentence."""
    return fields.wrongs(form)


@register.simple_tag
def due_words(due: dues.Due) -> SafeString:
    """The sentence of a deadline badge, its date marked as a time. A badge without its date is a fault."""
    return dues.due_words(due)


@register.filter
def written(attrs: Any) -> SafeString:
    """The rest of a component's attributes, each value escaped. Cotton's own `attrs` does not escape."""
    found: Mapping[str, Any] = attrs.attrs_dict()
    return mark_safe(  # noqa: S308 - every part is escaped here
        "".join(
            f" {conditional_escape(key)}"
            if value is True
            else f' {conditional_escape(key)}="{conditional_escape(value)}"'
            for key, value in found.items()
            if value is not False and value is not None
        )
    )


@register.simple_tag
def moment_card(card: cards.MomentCard) -> SafeString:
    """{% moment_card card %}: the card, kept rendered by its whole read model."""
    return cards.rendered(card, get_language() or "en")


@register.simple_tag(name="kept")
def kept_tag(template: str, **facts: Hashable) -> SafeString:
    """{% kept "journal/family/month.html" month=month %}: a template kept rendered by the facts it is given.

    It sees nothing else of the page, and may hold no form.
    """
    return kept.from_template((template, tuple(facts.items())), get_language() or "en")


@register.simple_tag(takes_context=True)
def places_of(context: Context, hat: str) -> tuple[frame.Shown, ...]:
    """{% places_of "family" as places %}: the navigation of a hat, for this page."""
    request = context.get("request")
    return frame.places_of(hat, request) if request is not None else ()


@register.simple_tag(takes_context=True)
def places_within(context: Context, hat: str) -> tuple[frame.Shown, ...]:
    """{% places_within "family" as places %}: the places beside this page, where several lie in one."""
    request = context.get("request")
    return frame.places_within(hat, request) if request is not None else ()


register.filter("endonym", endonym)


@register.filter
def direction(code: str) -> str:
    """“rtl” or “ltr” for a language."""
    try:
        return "rtl" if get_language_info(code)["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.filter
def dialled(phone: str) -> str:
    """A phone number as a telephone link wants it: digits and a leading plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@register.filter
def left_to_right(text: str) -> SafeString:
    """Digits in their own order, also inside a line that runs from right to left."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)
