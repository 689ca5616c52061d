"use strict";
// What hangs on what, among the lines of a scene of the network: everything at both ends of a node, and the way to the system.
const networkReach = ({ lines, members, stand }, top) => {
  const needs = new Map(), needed = new Map();
  for (const line of lines) {
    needs.set(line.from, [...(needs.get(line.from) ?? []), line]);
    needed.set(line.to, [...(needed.get(line.to) ?? []), line]);
  }
  const serving = node => members.has(node); // a component, or a mark that stands for several
  const isPart = node => serving(node) || /^(system|assembly|in):/.test(node);

  // Everything that the node needs and everything that needs it, along the components that it really serves.
  function reach(node) {
    const found = new Set([node]), ids = new Set();
    const up = (at, carried) => {
      for (const line of needed.get(at) ?? []) {
        const through = carried && !isPart(at) ? new Set([...line.serves].filter(each => carried.has(each))) : null;
        if (through && !through.size) continue;
        if (serving(line.from) && !isPart(at) && carried && !carried.has(line.from)) continue;
        ids.add(line.id); found.add(line.from); up(line.from, through);
      }
    };
    const down = (at, carried) => {
      for (const line of needs.get(at) ?? []) {
        if (!isPart(line.to) && carried && ![...line.serves].some(each => carried.has(each))) continue;
        const below = serving(line.to) ? new Set([line.to]) : carried;
        if (!ids.has(line.id)) { ids.add(line.id); found.add(line.to); down(line.to, below); }
      }
    };
    const own = new Set((needed.get(node) ?? []).flatMap(line => [...line.serves]));
    up(node, isPart(node) ? null : own);
    down(node, serving(node) ? new Set([node]) : isPart(node) ? null : own);
    return { found, lines: ids };
  }

  function upwards(node) {
    const path = [node];
    while (path.at(-1) !== top && needed.get(path.at(-1))?.length && path.length < 40) path.push(needed.get(path.at(-1))[0].from);
    return path;
  }
  // A chain as this picture has it: what is in a group by its mark, and from there on the way that is drawn.
  function drawn(names) {
    const path = [];
    for (const name of names.map(stand)) {
      if (!name || name === path.at(-1) || !(needs.has(name) || needed.has(name))) continue;
      path.push(name);
      if (serving(name)) return [...path.slice(0, -1), ...upwards(name)];
    }
    return path;
  }
  // The lines along a chain; where it jumps over a node that it does not name, over that one.
  function along(path) {
    const ids = new Set();
    for (let at = 0; at + 1 < path.length; at++) {
      const [below, above] = [path[at], path[at + 1]];
      const straight = (needed.get(below) ?? []).find(line => line.from === above);
      if (straight) { ids.add(straight.id); continue; }
      for (const line of needed.get(below) ?? []) {
        const next = (needed.get(line.from) ?? []).find(each => each.from === above && (!serving(above) || line.serves.has(above)));
        if (next) { ids.add(line.id); ids.add(next.id); break; }
      }
    }
    return ids;
  }
  return { reach, upwards, drawn, along, isPart };
};
