"""Files from strangers are taken apart in a child process of little means; only checked, plain cells come back.

The modules for the child (`child`, `workbook`, `opendocument`, `prolog`, `container`, `limits`) import as little as they can, because
the child starts anew for every file.
"""
