"""The columns of the critical-component list, one topic a module: `listing` puts them in order."""
