"use strict";
// Sorting, switching between systems, and the way from a table to the picture. The page reads as well without.
(() => {
  document.body.classList.remove("no-script");

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
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

  const parts = [...document.querySelectorAll("[data-system-part]")];
  const choose = anchor => {
    for (const part of parts) part.hidden = part.dataset.systemPart !== anchor;
    for (const button of document.querySelectorAll("[data-system]")) {
      button.setAttribute("aria-pressed", String(button.dataset.system === anchor));
    }
    document.dispatchEvent(new CustomEvent("depmap-system", { detail: anchor }));
  };
  const nav = document.querySelector("[data-switch]");
  if (nav) {
    nav.hidden = false;
    nav.addEventListener("click", event => {
      const button = event.target.closest("[data-system]");
      if (button) choose(button.dataset.system);
    });
    const wanted = location.hash.slice(1).split("-")[0];
    choose(parts.some(part => part.dataset.systemPart === wanted) ? wanted : parts[0].dataset.systemPart);
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-show]");
    if (!button) return;
    const part = button.closest("[data-system-part]");
    const map = part.querySelector("[data-map]");
    map.dispatchEvent(new CustomEvent("depmap-show", { detail: { node: button.dataset.show, layer: button.dataset.layer } }));
    map.scrollIntoView({ block: "start" });
    map.querySelector("[data-canvas]").focus({ preventScroll: true });
  });
})();
