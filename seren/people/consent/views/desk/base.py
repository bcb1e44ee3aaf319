"""What the views share: the way back."""

from uuid import UUID


def here(child: UUID) -> str:
    return f"/desk/children/{child}/permissions/"
