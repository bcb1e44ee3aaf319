"""Pages of permissions: the family’s, and the desk’s."""
