"""Where children are looked after: provider, settings, rooms, sessions, terms, and who works there when.

Words it owns: *provider* (the tenant), *setting*, *nation*, *room*, *session*, *term*, *closure*,
*membership* (one adult, one role, dated), *open day*.
"""
