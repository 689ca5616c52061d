"""Files from strangers are taken apart in a child process of little means; only checked, plain cells come back.

What the child runs (all but `parent`) imports as little as it can, because the child starts anew for every file.
"""
