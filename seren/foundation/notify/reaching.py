"""What rooms tell us: how an adult wants to be reached, whether a child was there, the hour of digests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reach:
    """How one adult wants to be reached. `email` None: there is no address. Times are London wall clock."""

    language: str
    format: str
    email: str | None
    on_paper: bool
    digest: bool
    quiet_from: time
    quiet_to: time
    quiet_weekends: bool


AddressBook = Callable[[Iterable[UUID]], Mapping[UUID, Reach]]

DIGEST_HOUR = time(17, 30)

_book: AddressBook | None = None
_wishes = "/"
_attended: Callable[[UUID, date], bool] | None = None
_hour: Callable[[UUID], time] | None = None


def register_address_book(book: AddressBook, *, wishes: str) -> None:
    """`book` gives the reach of each adult who has one; `wishes` is the page where they change it."""
    global _book, _wishes
    _book, _wishes = book, wishes


def register_attendance(attended: Callable[[UUID, date], bool]) -> None:
    """Whether a child was there on a London day. A digest about a child goes out on such days."""
    global _attended
    _attended = attended


def register_digest_hour(hour: Callable[[UUID], time]) -> None:
    """The setting's own hour for digests, London wall clock."""
    global _hour
    _hour = hour


def reach_of(people: Iterable[UUID]) -> Mapping[UUID, Reach]:
    """Raises LookupError where no room keeps an address book."""
    if _book is None:
        raise LookupError("no address book is registered")
    return _book(people)


def wishes_path() -> str:
    return _wishes


def attended(child: UUID, day: date) -> bool:
    return True if _attended is None else _attended(child, day)


def digest_hour(setting: UUID | None) -> time:
    return DIGEST_HOUR if _hour is None or setting is None else _hour(setting)
