"""What keeps one sign-in from reading every child: a measure for each account, alarms, and second persons.

Words it owns: *measure* (how many different children one account is shown within the hour), *stop* (the
measure was reached), *alarm* (a stop that went on), *bulk* (many families in one go: two people agree).
"""
