"""E-mail addresses as they are compared: two spellings of one address are one (trust.md, pitfall 32)."""

from seren.foundation.kernel import text


def clean(address: str) -> str:
    """Lower case, composed, and the domain as the network writes it: mam@ŵy.cymru is mam@xn--…

    An address without a sense comes back as it was; nothing will match it.
    """
    cleaned = text.clean_email(address)
    name, at, domain = cleaned.rpartition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode()}" if at else cleaned
    except UnicodeError:
        return cleaned
