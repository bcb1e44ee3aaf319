"""The journal's pages for those who look after children: noting, filing, plans, slips."""
