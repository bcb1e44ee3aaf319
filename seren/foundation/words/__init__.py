"""Text written by people: the original, its versions and translations, and the status of each."""
