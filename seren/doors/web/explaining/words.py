"""The reasons of the rules, for translation: a rule names them, `named` says them to a reader."""

from django.utils.translation import gettext, gettext_noop

REASONS = (
    gettext_noop("a guardian of a child here"),
    gettext_noop("adult of that home"),
    gettext_noop("adult who shared it"),
    gettext_noop("another guardian of the child, where both chose to be shown"),
    gettext_noop("another home of their own child, or one kept from them"),
    gettext_noop("another parent of the child"),
    gettext_noop("bound by a restriction about a child in it"),
    gettext_noop("bound by a restriction about the child"),
    gettext_noop("committee of the setting"),
    gettext_noop("family viewer of the child"),
    gettext_noop("guardian of the child"),
    gettext_noop("guardian who shared it"),
    gettext_noop("holder of parental responsibility"),
    gettext_noop("invited by them to see stars"),
    gettext_noop("kept from where the child is, and the question tells it"),
    gettext_noop("key person of the child"),
    gettext_noop("key person or buddy of the child"),
    gettext_noop("key person or buddy of their child"),
    gettext_noop("manager or deputy of a child who lives there"),
    gettext_noop("manager or deputy of the child’s setting"),
    gettext_noop("manager or deputy of the setting"),
    gettext_noop("manager or deputy of the setting they work at"),
    gettext_noop("manager or deputy of their child’s setting"),
    gettext_noop("manager, deputy or safeguarding lead of a child who lives there"),
    gettext_noop("member of the household"),
    gettext_noop("on the staff where their child has a place"),
    gettext_noop("parent of the child"),
    gettext_noop("practitioner of the child’s room"),
    gettext_noop("safeguarding lead of the child’s setting"),
    gettext_noop("safeguarding lead of the setting"),
    gettext_noop("staff of the setting"),
    gettext_noop("staff who look after every child in it"),
    gettext_noop("staff who noted it"),
    gettext_noop("staff who wrote it"),
    gettext_noop("the adult whose talk it is"),
    gettext_noop("the guardian who asked"),
    gettext_noop("the guardian who named them"),
    gettext_noop("the moment is open to them"),
    gettext_noop("the moment it belongs to is open to them, and not taken back"),
    gettext_noop("the moment it hangs on is open to them, and not taken back"),
    gettext_noop("the person themselves"),
    gettext_noop("the picture is in the bin"),
    gettext_noop("themselves"),
    gettext_noop("volunteer or trainee of the child’s room"),
    gettext_noop("volunteer or trainee of the setting"),
)


def named(reason: str) -> str:
    """A reason nobody has listed is said as the rule says it."""
    return gettext(reason)
