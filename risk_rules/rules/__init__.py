"""One rule, one file: each defines ``RULE``, and `risk_rules.catalogue` finds it."""
