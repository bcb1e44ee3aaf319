"""What asking for a code tells a stopwatch: an address that signs in beside one that does not, turn by turn.

`python -m bench.signin [SAMPLES]`, on a database of its own. The medians may differ by 10 ms over 500.
"""

import os
import statistics
import sys
import tempfile
import time

KNOWN, UNKNOWN = "amina@home.example", "nobody@else.example"


def main(samples: int = 500) -> float:
    """Prints both medians and returns their difference in milliseconds."""
    _set_up()
    from django.test import Client

    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for turn in range(samples + 20):
        pair = (KNOWN, UNKNOWN) if turn % 2 else (UNKNOWN, KNOWN)
        for address in pair:
            browser = Client()
            begun = time.perf_counter()
            answer = browser.post("/in/", {"email": address})
            taken = time.perf_counter() - begun
            assert (answer.status_code, answer["Location"]) == (303, "/in/code/")
            if turn >= 20:  # the first ones warm everything up
                times[address].append(taken * 1000)
    medians = {address: statistics.median(taken) for address, taken in times.items()}
    difference = medians[KNOWN] - medians[UNKNOWN]
    print(f"signs in   {medians[KNOWN]:7.2f} ms median of {samples}")
    print(f"does not   {medians[UNKNOWN]:7.2f} ms median of {samples}")
    print(f"difference {difference:+7.2f} ms (at most 10)")
    return difference


def _set_up() -> None:
    os.environ["SEREN_TEST_DATA"] = tempfile.mkdtemp(prefix="seren-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "seren.config.settings.test"
    import django
    from django.conf import settings

    often = dict.fromkeys(settings.ACCOUNT_RATE_LIMITS, "1000000/1s/ip,1000000/1s/key")
    settings.ACCOUNT_RATE_LIMITS = {**often, "ask_code": "1000000/1s/ip"}  # counted as ever, never reached
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    _joined()


def _joined() -> None:
    from seren.foundation.access.door import Operator
    from seren.foundation.kernel import clock
    from seren.people.accounts.domain import Adult, add_person
    from seren.people.accounts.models import Login
    from seren.people.provision.domain import open_provider

    now = clock.now()
    console = Operator(open_provider(name="Bench", now=now).pk, now)
    person = add_person(actor=console, adult=Adult("Amina", "Begum", KNOWN), now=now)
    person.login = Login(email=KNOWN, made_at=now)
    person.login.save(force_insert=True)
    person.save(update_fields=["login"])


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
