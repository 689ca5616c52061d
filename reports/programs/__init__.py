"""What an analysis comes to for programs: the parts of ``findings.json``, as plain values."""
