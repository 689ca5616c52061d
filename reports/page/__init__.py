"""What the page shows, one view or part of a view a module, as plain values for its templates and scripts."""
