"""The API of `contract.md`: the same verbs and queries as the pages, and nothing more."""
