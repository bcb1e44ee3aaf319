"""What the setting says it does, and the evidence: kept, at risk, not kept, not measured yet."""
