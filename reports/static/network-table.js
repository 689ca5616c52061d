"use strict";
// The content of the picture of the network as a table, drawn up when it is opened: every component, the assemblies that
// it is part of, and what it hangs on in each layer: "Maker (Owner (Country), Country)".
(() => {
  const ROWS = 500;

  depmap.mount(({ root, systems, words }) => systems.forEach((system, at) => {
    const place = root.querySelector(`#${system.anchor} [data-network-table]`);
    place?.addEventListener("toggle", () => {
      if (place.open && place.childElementCount === 1) place.append(table(depmap.shared.network[at], system, words, root));
    });
  }));

  const made = (tag, text, set = {}) => {
    const element = Object.assign(document.createElement(tag), { textContent: text ?? "" });
    for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    return element;
  };

  function table(shared, system, words, root) {
    const { components, groups, views } = shared, count = Math.min(components.ids.length, ROWS);
    const nameOf = id => system.info[id]?.label ?? id.slice(id.indexOf(":") + 1);
    const whole = new Map(); // component -> the group that it stands in
    groups.assembly.forEach(([, , inside], group) => inside.forEach(number => whole.set(number, group)));
    const path = group => (group < 0 || group === undefined ? [] : [...path(groups.assembly[group][1]), nameOf(groups.assembly[group][0])]);

    const caption = `system-${system.anchor}-network`;
    const box = made("div", "", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": caption });
    const drawn = made("table", "", { class: "cardable", role: "table" }), body = made("tbody", "", { role: "rowgroup" });
    const told = words[count < components.ids.length ? "net_caption_some" : "net_caption"];
    const amount = number => number.toLocaleString(document.documentElement.lang);
    drawn.append(made("caption", told.replace("{shown}", amount(count)).replace("{count}", amount(components.ids.length)), { id: caption }));
    const titles = [words.component, words.net_within, ...system.titles], head = made("tr", "", { role: "row" });
    head.append(...titles.map(title => made("th", title, { scope: "col", role: "columnheader" })));
    drawn.append(made("thead", "", { role: "rowgroup" }), body);
    drawn.tHead.append(head);
    const trees = views.map(view => hanging(view, nameOf)), { hangsOn } = networkScene(shared);
    const limit = root.querySelector("#" + system.anchor).dataset.limit;
    for (let number = 0; number < count; number++) {
      const row = made("tr", "", { role: "row" }), name = made("th", components.labels[number], { scope: "row", role: "rowheader" });
      name.append(" ", made("span", components.ids[number].slice("component:".length), { class: "id" }));
      const cells = [path(whole.get(number)).join(" › "), ...trees.map(tree => tree(number))];
      const countries = views.slice(0, 2).flatMap(view => [...hangsOn(number, view)].filter(id => id.startsWith("country:")));
      row.dataset.countries = countries.join(" "); // whoever limits the page to a country limits this too
      row.classList.toggle("off", Boolean(limit) && !countries.includes(limit));
      row.append(name, ...cells.map((text, at) => made("td", text || "–", { role: "cell", "data-label": titles[at + 1] })));
      body.append(row);
    }
    box.append(drawn);
    return box;
  }

  // What a component hangs on in a layer; what stands in brackets is what the one before them needs.
  function hanging(view, nameOf) {
    const below = new Map();
    for (const [owner, name] of view.below) below.set(owner, [...(below.get(owner) ?? []), name]);
    const told = view.patterns.map(pattern => {
      const needs = owner => [...pattern.filter(pair => pair[0] === owner).map(pair => pair[1]), ...(below.get(owner) ?? [])];
      const tell = (name, above) => {
        const inner = above.includes(name) ? [] : needs(name).map(each => tell(each, [...above, name]));
        return nameOf(view.names[name]) + (inner.length ? ` (${inner.join(", ")})` : "");
      };
      return needs(-1).map(name => tell(name, [])).join("; ");
    });
    return number => told[view.of[number]];
  }
})();
