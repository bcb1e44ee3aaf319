"""Adults: who they are, how they sign in, how they want to be reached.

Words it owns: *person* (every adult a provider knows), *login* (an address that signs in), *device*,
*invitation* (a joining letter), *hat* (what somebody is here as: family, staff, desk, committee).
"""
