"""A joining letter as it is printed. The code is known once, when the letter is made."""

import io
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from seren.people.accounts.queries.people import PersonBrief


@dataclass(frozen=True, slots=True)
class Letter:
    """One adult's letter, in that adult's language. `code` is in two groups of four."""

    language: str
    adult: str
    child: str
    setting: str
    phone: str
    contact: str
    code: str
    address: str
    typed_at: str
    ends_on: object
    qr: SafeString
    lines: tuple[str, ...] = ()  # the address for a window envelope


def joining_letter(
    *,
    adult: PersonBrief,
    language: str,
    code: str,
    ends_on: object,
    child: str,
    setting: str,
    phone: str,
    contact: str,
    lines: tuple[str, ...] = (),
) -> Letter:
    """`child` is a first name only, empty for staff; `contact` a person at the setting, `phone` theirs.

    The address carries the language, so the page is in it from the first pixel.
    """
    base = settings.PUBLIC_URL or "http://localhost"
    address = f"{base}{reverse('accounts:join_code', args=[code])}?lang={language}"
    return Letter(
        language=language,
        adult=adult.name,
        child=child,
        setting=setting,
        phone=phone,
        contact=contact,
        code=f"{code[:4]} {code[4:]}",
        address=address,
        typed_at=f"{base}{reverse('accounts:join')}".partition("//")[2],
        ends_on=ends_on,
        qr=qr(address),
        lines=lines,
    )


def qr(text: str) -> SafeString:
    """A square code as an SVG element: no style, no script, black on white."""
    out = io.BytesIO()
    segno.make(text, error="m").save(
        out,
        kind="svg",
        border=4,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        xmldecl=False,
        svgns=True,
        light="#fff",
        dark="#000",
        nl=False,
    )
    return mark_safe(out.getvalue().decode())  # noqa: S308  drawn by us from modules, holds no text
