"""Lists as a setting's own books would give them: invented names, whole columns."""

import csv
import io

from seren.people.families.domain.intake.columns import COLUMNS
from seren.people.families.terms import Sheet

_GIVEN = ("Tomos", "Alys", "Idris", "Maisie", "Ravi", "Zosia", "Elin", "Noah", "Amira", "Jac")
_FAMILY = ("Pryce", "Harding", "Nowak", "Bowen", "Kaur", "Ellery", "Moss", "Tudor", "Vaughan", "Lark")
STAFF_HEADER = ("email", "first_name", "last_name", "role", "room", "start_date", "end_date", "works")
STAFF = [
    ("menna@hill.example", "Menna", "Rowlands", "practitioner", "Robins", "2024-09-01", "", "mon-am tue-am"),
    ("gwil@hill.example", "Gwil", "Tanner", "practitioner", "Wrens", "01/09/2023", "", "mon-am mon-pm"),
    ("pat@hill.example", "Pat", "Osborne", "volunteer", "Wrens", "", "2025-07-18", ""),
]


def table(header, rows, delimiter=","):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def staff(rows=STAFF):
    return table(STAFF_HEADER, rows)


def pairs(children):
    """Two adults for each child: the first with the child, every second one in a household of its own."""
    for number in range(children):
        given, family = _GIVEN[number % 10], _FAMILY[number // 10 % 10]
        child = {
            "child_ref": f"c{number}",
            "child_first_name": given,
            "child_last_name": f"{family}{number // 100 or ''}",
            "child_date_of_birth": f"2021-{number % 12 + 1:02}-14",
            "room": ("Robins", "Wrens")[number % 2],
            "key_person_email": ("menna@hill.example", "gwil@hill.example", "")[number % 3],
            "start_date": "2025-06-02",
            "sessions": "mon-am tue-am",
        }
        yield child | adult(number, 1, "Nia", family, "mother", apart=False)
        yield child | adult(number, 2, "Rhys", family, "father", apart=number % 2 == 1)


def adult(number, which, given, family, relation, *, apart):
    home = f"h{number}" + ("b" if apart else "")
    return {
        "adult_ref": f"a{number}-{which}",
        "adult_first_name": given,
        "adult_last_name": family,
        "adult_email": f"adult{number}.{which}@families.example",
        "adult_phone": f"07700 90{number:04}",
        "relation": relation,
        "parental_responsibility": "yes",
        "pr_basis": "mother" if which == 1 else "joint-registration",
        "lives_with": "part" if number % 2 else "yes",
        "household": home,
        "address_line_1": f"{number} {'Quay' if apart else 'Orchard'} Row",
        "town": "Aberwennol",
        "postcode": "AW2 3BA",
        "spoken_language": ("en", "cy", "pl")[number % 3],
        "can_collect": "yes",
        "emergency_order": str(which),
    }


def families(rows, **given):
    header = [column.name for column in COLUMNS[Sheet.FAMILIES]]
    rows = list(rows)
    for number, changes in given.pop("changes", {}).items():
        rows[number - 2] |= changes  # by the line's number in the file
    return table(header, [[row.get(name, "") for name in header] for row in rows], **given)
