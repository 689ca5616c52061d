"""How much processor time depmap takes, as ratios to a baseline that ran in between: ratios travel, seconds do not."""
