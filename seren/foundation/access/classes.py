"""Record classes (trust.md 4.1): what kind of thing a row tells about a person."""

from django.db.models import TextChoices


class RecordClass(TextChoices):
    C0 = "C0", "public notices and policies"
    C1 = "C1", "own account"
    C2 = "C2", "known-as name, face, room, sessions"
    C3 = "C3", "learning, stars"
    C4 = "C4", "pictures and sound"
    C5 = "C5", "health, needs, diet, family circumstances"
    C6 = "C6", "contact and address"
    C7 = "C7", "attendance, collection, whereabouts"
    C8 = "C8", "consents"
    C9 = "C9", "messages"
    C10 = "C10", "complaints and concerns"
    C11 = "C11", "safeguarding"
    C12 = "C12", "evidence of orders and responsibility"
    C13 = "C13", "committee and votes"
    C14 = "C14", "audit"

    @property
    def number(self) -> int:
        return int(self.value[1:])
