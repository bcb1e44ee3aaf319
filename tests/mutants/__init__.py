"""The product broken on purpose, one word at a time: a test must notice (trust.md 4.7, T5; G5).

    python -m tests.mutants seeded [NAME …]      the faults the law names, and what caught each
    python -m tests.mutants all [PATH …]         every mutant of the policy conditions, or of these files
    python -m tests.mutants list [PATH …]        what would be broken, without breaking it

A library does most of it for functions; but our rules are said where modules begin, in tuples and sets, and
those it leaves alone. So words are swapped here, in the source, by where they stand.
"""
