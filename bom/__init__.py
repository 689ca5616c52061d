"""Reading of bills of materials: files to rows, rows to tables, tables to a `depmap.core.model.Bom`."""
