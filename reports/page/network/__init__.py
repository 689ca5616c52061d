"""The network view: what is drawn, in which marks, and what each node tells."""
