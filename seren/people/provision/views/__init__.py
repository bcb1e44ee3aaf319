"""The setting's own pages on the desk: staff, hours, calendar, and the confidentiality statement."""
