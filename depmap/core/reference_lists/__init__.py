"""Reference lists as data: one CSV file each, with its own description on top. `depmap.core.reference` reads them."""
