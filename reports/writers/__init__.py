"""One report, one file. Each defines ``REPORT``; `reports.interface` finds it by being here."""
