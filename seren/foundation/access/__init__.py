"""Who may: one rule per action, said once as a database condition.

The same rule narrows a list, opens a page, shows a button, fills a search, an export and a message.
Default is no; any deny wins. Words it owns: *actor*, *action*, *rule*, *permit*, *deny*, *level*, *class*.
"""
