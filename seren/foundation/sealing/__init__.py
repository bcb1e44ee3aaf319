"""Fields sealed per subject: a child, a household, an adult each has a data key of its own.

The keys lie in a store apart from the database and are wrapped by the installation key. A database, or a
backup of it, without that store shows nothing that was sealed. Words it owns: *subject*, *seal*, *blind*.
"""
