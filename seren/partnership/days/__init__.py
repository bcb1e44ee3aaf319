"""What happens on a day at the setting: outings, medicines, accidents, who collects.

Words it owns: *outing*, *slip*, *outing sheet*, *medicine*, *dose*, *accident*, *door list*, *release*.
"""
