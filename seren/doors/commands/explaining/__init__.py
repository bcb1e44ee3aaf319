"""What `seren why` and `seren who` stand on: an address, its rule, the page's own answer, and the reasons.

Nothing of Django is loaded before a command has opened an installation.
"""
