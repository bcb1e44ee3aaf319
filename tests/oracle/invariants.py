"""What must hold of any implementation, whatever its rules: from the facts alone (trust.md 4.7, I1–I9).

`breaches(world, who, seen)` takes what one adult sees, from the oracle or from a product, and names
what is wrong with it. The T2 lesson is why they exist: an oracle and a product can share a mistake;
these are written apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .facts import Id, Who
from .plain import OFFICE_ROLES, Plain
from .questions import NAMED, Sight

EMPTY: frozenset[str] = frozenset()
CHILD_QUESTIONS = (
    "see child", "see first name", "see legal", "see safety items", "see allergy words",
    "see emergency contacts", "note moment", "share star",
)  # fmt: skip
ACTS = ("read name of author", "share draft", "withdraw", "reply", "thank", "ask for record", "decide record")
Found = Iterator[str]


def get(seen: Sight, question: str) -> Iterable[Id]:
    return seen.get(question, EMPTY)


def gate(plain: Plain, who: Who, seen: Sight) -> Found:
    """A closed account, or a session that has proved nothing, sees nothing at all."""
    if plain.account.get(who.person) != "open" or who.level not in ("known", "strong"):
        for question, ids in seen.items():
            if ids:
                yield f"{question}: behind a closed gate"


def tenant(plain: Plain, who: Who, seen: Sight) -> Found:
    """I3: nothing of another provider, whatever facts point across."""
    own = plain.provider.get(who.person)
    for question, ids in seen.items():
        for id_ in ids:
            if plain.provider.get(id_[0] if isinstance(id_, tuple) else id_) != own:
                yield f"{question}: another provider's {id_}"


def children_need_a_tie(plain: Plain, who: Who, seen: Sight) -> Found:
    """I6 and T2: a child opens by family, or by a hat that counts now at a setting of that child."""
    for question in CHILD_QUESTIONS:
        for child in get(seen, question):
            if (who.person, child) not in plain.guardian and not plain.works_with(who, child):
                yield f"{question}: {child} without a tie"
    if get(seen, "open committee child data"):
        yield "committee opens a child"


def moments_need_a_tie(plain: Plain, who: Who, seen: Sight) -> Found:
    """A moment opens by family of a child in it, or by a journal hat at the moment's own setting."""
    for question in ("see moment", "see tombstone"):
        for id_ in get(seen, question):
            moment = plain.moment[id_]
            by_family = any(plain.family_of(who, child) for child in moment.children)
            if not by_family and not plain.works_in_journal(who, moment.setting):
                yield f"{question}: {id_} without a tie"


def states(plain: Plain, who: Who, seen: Sight) -> Found:
    """Bin and unshared are nobody's; taken back shows no words; a draft is unfiled (house 6)."""
    for id_ in get(seen, "see tombstone"):
        if plain.moment[id_].state != "withdrawn" or plain.moment[id_].shared_at is None:
            yield f"tombstone of {id_}"
    for id_ in get(seen, "see moment"):
        moment = plain.moment[id_]
        if moment.state == "draft":
            yield from unfiled(plain, who, id_)
        elif (
            moment.state != "shared"
            or moment.shared_at is None
            or (moment.shared_at > plain.world.now and moment.author != who.person)
        ):
            yield f"words of {id_}, {moment.state}"


def audience(plain: Plain, who: Who, seen: Sight) -> Found:
    """A star its author kept from the family is seen by them and by those who work in the journal
    there."""
    for question in ("see moment", "see tombstone"):
        for id_ in get(seen, question):
            moment = plain.moment[id_]
            kept = moment.origin == "home" and moment.audience != "family" and moment.author != who.person
            if kept and not plain.works_in_journal(who, moment.setting):
                yield f"{question}: {id_} kept from the family"


def unfiled(plain: Plain, who: Who, id_: Id) -> Found:
    moment = plain.moment[id_]
    if moment.author == who.person:
        return
    if moment.origin != "setting" or not plain.works_in_journal(who, moment.setting):
        yield f"draft {id_} of somebody else"
    elif not any((who.person, child) in plain.key for child in moment.children):
        leads = any(hat.role in ("manager", "deputy") for hat in plain.hats_of(who, moment.setting))
        age = plain.world.now - moment.written_at if moment.written_at else None
        if not leads or age is None or age.total_seconds() < 24 * 3600:
            yield f"draft {id_} before its day"


def orders(plain: Plain, who: Who, seen: Sight) -> Found:
    """I1: an adult bound for any child in a thing sees none of the classes the order closes, through
    any role."""
    info = plain.closed_children(who.person, {"NO-INFO"})
    images = info | plain.closed_children(who.person, {"NO-IMAGES"})
    address = info | plain.closed_children(who.person, {"NO-ADDRESS"})
    if not images | address:
        return
    for question in ("see legal", "see safety items", "see allergy words", "note moment", "share star"):
        yield from (f"{question}: {c} though bound" for c in get(seen, question) if c in info)
    yield from (f"emergency: {c} though bound" for c in get(seen, "see emergency contacts") if c in address)
    for question in ("see moment", "see tombstone"):
        yield from (f"{question}: {m}" for m in get(seen, question) if info & set(plain.moment[m].children))
    yield from (f"photo {p}" for p in get(seen, "see photo") if images & set(plain.photo[p].children))
    yield from (f"reply {r}" for r in get(seen, "see reply") if plain.reply[r].child in info)
    yield from (f"step {s}" for s in get(seen, "see step") if plain.step[s].child in info)
    for words in get(seen, "see home words"):
        if plain.step[plain.words[words].step].child in info:
            yield f"home words {words} though bound"
    for question in ("see collector", "see collector photo"):
        yield from (f"{question}: {c}" for c in get(seen, question) if plain.collector[c].child in info)
    for home in get(seen, "see household address"):
        if (who.person, home) not in plain.member and plain.ever_lived[home] & address:
            yield f"address {home} though bound"


def homes(plain: Plain, who: Who, seen: Sight) -> Found:
    """I2: a parent never reads the other home's address, contact, talk, words or name; in no hat."""
    own = {child for adult, child in plain.guardian if adult == who.person}
    for home in get(seen, "see household address"):
        if (who.person, home) not in plain.member and plain.ever_lived[home] & own:
            yield f"address of the other home {home}"
    parents = {adult for adult, child in plain.guardian if child in own} - {who.person}
    for question, kind in (("see contact", "contact"), ("see on family page", "name")):
        for adult in parents & set(get(seen, question)):
            both = {(adult, who.person, kind), (who.person, adult, kind)} <= plain.shown
            works_here = question == "see on family page" and plain.hats[adult]
            if not both and not works_here:
                yield f"{question}: the other parent {adult}"
    for id_ in get(seen, "see reply"):
        if plain.reply[id_].child in own and plain.reply[id_].guardian != who.person:
            yield f"reply {id_} of another parent"
    for id_ in get(seen, "see home words"):
        words = plain.words[id_]
        mine = words.author == who.person or (who.person, words.household) in plain.member
        if plain.step[words.step].child in own and not mine:
            yield f"words of the other home {id_}"
    for id_ in get(seen, "read name of author"):
        yield from named_between_homes(plain, who, id_, own)


def named_between_homes(plain: Plain, who: Who, id_: Id, own: set[Id]) -> Found:
    moment = plain.moment[id_]
    if moment.origin != "home" or moment.author == who.person or not own & set(moment.children):
        return
    mine = {home for adult, home in plain.member if adult == who.person}
    theirs = {home for adult, home in plain.member if adult == moment.author}
    if not any((child, home) in plain.lives for home in mine & theirs for child in moment.children):
        yield f"name under a star of the other home {id_}"


def pictures(plain: Plain, who: Who, seen: Sight) -> Found:
    """A picture is for the people of a child in it, and of the others only with a yes and no flag; the
    strict flag leaves it to the office and to who took it at home."""
    for id_ in get(seen, "see photo"):
        photo = plain.photo[id_]
        setting = plain.moment[photo.moment].setting
        if photo.moment not in get(seen, "see moment"):
            yield f"photo {id_} without its moment"
        if not photo.children:
            yield f"photo {id_} marks nobody"
            continue
        moment, marked = plain.moment[photo.moment], set(photo.children)
        office = any(hat.role in OFFICE_ROLES for hat in plain.hats_of(who, setting))
        own_star = moment.origin == "home" and moment.author == who.person
        if marked & plain.no_image_at_all and not office and not own_star:
            yield f"photo {id_} though no picture is shown"
        if plain.works_in_journal(who, setting):
            continue
        theirs = {child for child in marked if plain.family_of(who, child)}
        guarded = {child for child in marked if (who.person, child) in plain.guardian}
        if not theirs or any((child, setting) not in plain.permitted for child in marked - theirs):
            yield f"photo {id_} outside the family"
        elif (marked - guarded) & plain.no_image:
            yield f"photo {id_} of a child kept out of pictures"


def words_first(plain: Plain, who: Who, seen: Sight) -> Found:
    """Nothing is done to a moment, and nobody in it is named, where its words are not in sight."""
    full = set(get(seen, "see moment"))
    for act in ACTS:
        yield from (f"{act}: {id_} unseen" for id_ in get(seen, act) if id_ not in full)
    for moment, child in seen.get(NAMED, EMPTY):
        if moment not in full or child not in get(seen, "see child"):
            yield f"names {child} in {moment}"
    yield from (f"reply {r} unseen" for r in get(seen, "see reply") if plain.reply[r].moment not in full)
    yield from (
        f"request {r}" for r in get(seen, "see record request") if plain.request[r].moment not in full
    )


def desk(plain: Plain, who: Who, seen: Sight) -> Found:
    for setting in get(seen, "run setting"):
        if not any(hat.role in ("manager", "deputy") for hat in plain.hats_of(who, setting)):
            yield f"runs {setting}"


INVARIANTS: tuple[Callable[[Plain, Who, Sight], Found], ...] = (
    gate, tenant, children_need_a_tie, moments_need_a_tie, states, audience, orders, homes, pictures,
    words_first, desk,
)  # fmt: skip


def breaches(plain: Plain, who: Who, seen: Sight) -> list[str]:
    return [f"{check.__name__}: {found}" for check in INVARIANTS for found in check(plain, who, seen)]
