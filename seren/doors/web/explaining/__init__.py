"""Why somebody can or cannot see a page, and who can: address, rule, the page's own answer, reasons.

`seren why` and `seren who` stand on it, and `/desk/why/` and `/desk/who/`.
"""
