"""First pages for every hat, whatever rooms there are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _first_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.doors.web.rooms_urls"


@dataclass(frozen=True)
class Around:
    """What a page says around its content, without its marks."""

    brand: str
    head: str
    foot: str


@pytest.fixture
def around(signed_in: Callable[[str], Client]) -> Callable[..., Around]:
    def read(who: str, path: str) -> Around:
        html = signed_in(who).get(path).content.decode()
        head, foot = (re.search(rf"<{tag}.*?</{tag}>", html, re.S) for tag in ("header", "footer"))
        brand = re.search(r'<a class="brand".*?</a>', html, re.S)
        return Around(*(_text(part.group() if part else "") for part in (brand, head, foot)))

    return read


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
