"""What people type about children and families."""
