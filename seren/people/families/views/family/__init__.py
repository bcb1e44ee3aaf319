"""What a guardian sees and does about the people in their child’s life."""
