"""The what-if view: its words, and the numbers that its script evaluates."""
