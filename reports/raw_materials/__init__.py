"""The raw-material hand-off: who needs which material, who supplies it, and the sheets and rows that say so."""
