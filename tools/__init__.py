"""Small programs for whoever changes depmap; the Makefile calls them, and none of them is shipped."""
