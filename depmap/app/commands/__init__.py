"""One file per command; each defines ``COMMAND``. They import what they use inside the function that runs."""
