"""A list to begin with: the names of all columns, and two lines of a family nobody knows."""

import csv
import io

from seren.people.families.domain.intake.columns import COLUMNS
from seren.people.families.terms import Sheet

_LINES: dict[Sheet, tuple[dict[str, str], ...]] = {
    Sheet.STAFF: (
        {
            "email": "sam.reed@example.org",
            "first_name": "Sam",
            "last_name": "Reed",
            "role": "practitioner",
            "room": "Robins",
            "start_date": "2024-09-02",
            "works": "mon-am tue-am",
        },
    ),
    Sheet.FAMILIES: tuple(
        {
            "child_ref": "C1",
            "child_first_name": "Jo",
            "child_last_name": "Marsh",
            "child_date_of_birth": "2021-05-14",
            "room": "Robins",
            "key_person_email": "sam.reed@example.org",
            "start_date": "2025-09-01",
            "adult_ref": ref,
            "adult_first_name": name,
            "adult_last_name": "Marsh",
            "adult_email": f"{name.lower()}.marsh@example.org",
            "relation": relation,
            "parental_responsibility": "yes",
            "lives_with": "yes",
            "household": "H1",
            "address_line_1": "1 Mill Lane",
            "town": "Ashcombe Weir",
            "postcode": "AV4 7HL",
            "spoken_language": "en",
            "can_collect": "yes",
            "emergency_order": order,
            "sessions": "mon-am tue-am",
        }
        for ref, name, relation, order in (("A1", "Kim", "mother", "1"), ("A2", "Lee", "father", "2"))
    ),
}


def example(sheet: Sheet) -> bytes:
    """UTF-8 with its mark: what a spreadsheet opens without asking."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in COLUMNS[sheet]], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_LINES[sheet])
    return out.getvalue().encode("utf-8-sig")
