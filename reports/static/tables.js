"use strict";
// Tables that can be sorted by a click on a head; they read as well without.
depmap.mount(({ root, language }) => {
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  for (const table of root.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = head.querySelector("button.sort");
      if (!button) return;
      head.setAttribute("aria-sort", head.dataset.sorted);
      button.addEventListener("click", () => {
        const upwards = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", upwards ? "descending" : "ascending");
        const key = row => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
        const rows = [...body.rows].map(row => [key(row), row]);
        rows.sort((a, b) => (upwards ? compare(b[0], a[0]) : compare(a[0], b[0])));
        body.append(...rows.map(pair => pair[1]));
      });
    });
  }
});

// An address may lead to one row: #s1-list=component:ENE-230.
depmap.arrive(({ root }, { anchor, subject }) => {
  const rows = root.querySelectorAll(`#${CSS.escape(anchor)} [data-row]`);
  for (const row of rows) row.classList.toggle("found", row.dataset.row === subject);
  const found = subject && [...rows].find(row => row.dataset.row === subject);
  if (found) requestAnimationFrame(() => {
    found.scrollIntoView({ block: "center" });
    found.tabIndex = -1;
    found.focus({ preventScroll: true });
  });
});
