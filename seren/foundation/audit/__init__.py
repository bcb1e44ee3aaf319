"""What happened: append-only, each row under a keyed code, all rows under one chain.

Words it owns: *event*, *entry*, *seal*, *sighting* (somebody read a record that is watched).
"""
