"""People of two homes and one small nursery, in every order of events hypothesis can think of."""
