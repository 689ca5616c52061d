"use strict";
// Finding and leaving out in the network: by name or number, also inside closed groups; by grade; by country.
const networkFind = (root, { model, shared, choice, about, select, again, told, words }) => {
  const search = root.querySelector("[data-search]"), list = root.querySelector("datalist");
  const grade = root.querySelector('[data-filter="grade"]'), country = root.querySelector('[data-filter="country"]');
  const SUGGESTED = 50;

  function filter() {
    const least = Number(grade.value), where = country.value;
    const among = shared.views.slice(0, 2); // the countries of the makers; materials come from nearly everywhere
    const view = among.includes(choice.view) ? choice.view : among[0];
    choice.keeps = least || where ? number => model.grade(number) >= least && (!where || model.hangsOn(number, view).has(where)) : null;
    again();
  }
  function reset() { search.value = ""; grade.value = "0"; country.value = ""; choice.keeps = null; }

  const plain = text => text.toLocaleLowerCase();
  const nameOf = id => id.slice(id.indexOf(":") + 1);
  // Names of everything that the layer has, what matters most first.
  function* all() {
    for (const id of choice.view.names) yield [id, [about(id).label, nameOf(id)]];
    for (const [head] of shared.groups.assembly) yield [head, [about(head).label, nameOf(head)]];
    yield [shared.top, [about(shared.top).label]];
    for (let number = 0; number < model.count; number++) yield [shared.components.ids[number], [shared.components.labels[number], nameOf(shared.components.ids[number])]];
  }
  function hit(asked) {
    let best = null, rank = 3;
    for (const [id, names] of all()) {
      for (const name of names.map(plain)) {
        const found = name === asked ? 0 : name.startsWith(asked) ? 1 : name.includes(asked) ? 2 : 3;
        if (found < rank) [best, rank] = [id, found];
      }
      if (!rank) break;
    }
    return best;
  }
  function find() {
    const asked = plain(search.value.trim());
    if (!asked) return;
    const found = hit(asked);
    if (!found || !select(found)) told.textContent = words.no_match;
  }
  // Names that hold what is typed; of a large system the browser cannot be given all.
  function suggest() {
    const asked = plain(search.value.trim()), found = new Set();
    for (const [, names] of all()) {
      if (names.some(name => plain(name).includes(asked))) found.add(names[0]);
      if (found.size >= SUGGESTED) break;
    }
    list.replaceChildren(...[...found].map(name => Object.assign(document.createElement("option"), { value: name })));
  }
  search.addEventListener("focus", suggest);
  search.addEventListener("input", suggest);
  search.addEventListener("change", find);
  search.addEventListener("keydown", event => { if (event.key === "Enter") find(); });
  grade.addEventListener("change", filter);
  country.addEventListener("change", filter);
  // Only what hangs on one country, as chosen elsewhere on the page.
  function only(where) {
    country.value = [...country.options].some(option => option.value === where) ? where : "";
    filter();
  }
  return { reset, only };
};
