"use strict";
// On paper the picture of the network is drawn anew, as lines and letters instead of a screenshot: at the same places.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 12, LETTER = 6.6; // height of a name and about the width of a letter, in the units of the picture

  depmap.mount(({ root, systems }) => {
    const draw = () => {
      for (const system of systems) {
        const place = root.querySelector(`#${system.anchor} [data-paper]`);
        if (place && !place.childElementCount) place.append(...system.views.map(view => picture(view, system.info)));
      }
    };
    addEventListener("beforeprint", draw);
    matchMedia("print").addEventListener("change", event => { if (event.matches) draw(); });
  });

  const make = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };

  function mark({ x, y, size, shape, group }) {
    const corners = {
      square: `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`,
      diamond: `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
      triangle: `M${x} ${y - size}l${size} ${1.8 * size}h${-2 * size}z`,
    };
    const name = group.startsWith("component-") ? "dot " + group.slice("component-".length) : "shape " + group;
    if (corners[shape]) return make("path", { d: corners[shape], class: name });
    return make("circle", { cx: x, cy: y, r: size, class: name });
  }

  // A name has the room up to the next mark in its row, or to the end of its column.
  function room(node, view) {
    const ends = view.columns.filter(([, left, right]) => node.x >= left - 1 && node.x <= right).map(column => column[2]);
    const beside = view.nodes.filter(other => other.x > node.x && Math.abs(other.y - node.y) < SIZE).map(other => other.x - other.size);
    return Math.min(ends[0] ?? Infinity, ...beside) - node.x - node.size - 5;
  }

  function picture(view, info) {
    const xs = view.columns.flatMap(column => [column[1], column[2]]), ys = view.nodes.map(node => node.y);
    const [left, top, right, bottom] = [Math.min(...xs) - 10, Math.min(...ys) - 60, Math.max(...xs) + 60, Math.max(...ys) + 40];
    const drawn = make("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, role: "img", "aria-label": view.title });
    drawn.append(make("text", { x: left + 4, y: top + 16, class: "paper-title" }, view.title));
    for (const [title, from] of view.columns) drawn.append(make("text", { x: from, y: top + 36, class: "paper-head" }, title));
    for (const [a, b, c, d] of view.bands) drawn.append(make("rect", { x: a, y: b, width: c - a, height: d - b, rx: 6, class: "paper-band" }));
    const at = new Map(view.nodes.map(node => [node.id, node]));
    for (const { from, to } of view.edges) {
      const [a, b] = [at.get(from), at.get(to)], half = (a.x + b.x) / 2;
      if (info[to].kind === "component") continue; // the band that it stands in says so
      drawn.append(make("path", { d: `M${a.x} ${a.y}C${half} ${a.y} ${half} ${b.y} ${b.x} ${b.y}`, class: "paper-line" }));
    }
    for (const node of view.nodes) {
      const { label, kind, word } = info[node.id];
      const text = kind === "unknown" ? word : label;
      const start = kind === "assembly" ? view.bands[0]?.[0] + 8 : node.x + node.size + 4;
      const letters = Math.max(4, Math.floor((kind === "assembly" ? view.room : kind === "system" ? 230 : room(node, view)) / LETTER));
      drawn.append(mark(node), make("text", { x: start, y: node.y, "font-size": SIZE, dy: "0.35em", class: "paper-name" }, text.length > letters ? text.slice(0, letters - 1) + "…" : text));
    }
    return drawn;
  }
})();
