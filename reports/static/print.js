"use strict";
// On paper the picture of the network is drawn anew, as lines and letters instead of a screenshot: at the same places.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 12, LETTER = 6.6; // height of a name and about the width of a letter, in the units of the picture

  depmap.mount(({ root, systems, words }) => {
    const draw = () => {
      systems.forEach((system, at) => {
        const place = root.querySelector(`#${system.anchor} [data-paper]`), shared = depmap.shared.network[at];
        if (place && !place.childElementCount) place.append(...shared.views.map((view, layer) => picture(view, shared, system, words, layer)));
      });
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

  const GRADES = ["none", "low", "medium", "high", "critical"];
  function mark({ id, x, y, size, kind }, gradeOf) {
    const corners = {
      system: `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`,
      supplier: `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
      material: `M${x - size} ${y}l${size / 2} ${-size}h${size}l${size / 2} ${size}l${-size / 2} ${size}h${-size}z`,
      stage: `M${x} ${y + size}l${-size} ${-1.8 * size}h${2 * size}z`,
      country: `M${x} ${y - size}l${size} ${1.8 * size}h${-2 * size}z`,
    };
    corners.assembly = corners.parent = corners.system;
    if (corners[kind]) return make("path", { d: corners[kind], class: "shape " + kind });
    return make("circle", { cx: x, cy: y, r: size, class: kind === "component" ? "dot " + GRADES[gradeOf(id)] : "shape unknown" });
  }

  // A name has the room up to the next mark in its row, or to the end of its column.
  function room(node, columns, marks) {
    const ends = columns.filter(([, left, right]) => node.x >= left - 1 && node.x <= right).map(column => column[2]);
    const beside = marks.filter(other => other.x > node.x && Math.abs(other.y - node.y) < SIZE).map(other => other.x - other.size);
    return Math.min(ends[0] ?? Infinity, ...beside) - node.x - node.size - 5;
  }

  // As it opens: what is in closed groups is one mark that says how many there are.
  function picture(view, shared, system, words, layer) {
    const model = networkScene(shared), { info } = system, say = words.network;
    const scene = model.scene({ view, by: "assembly", opened: new Map(), closed: new Set(), ...networkRoom(shared), keeps: null, without: new Set(), pulled: new Set() });
    const number = value => value.toLocaleString(document.documentElement.lang);
    const gradeOf = id => model.grade(scene.members.get(id)[0]);
    const places = networkPlace({ ...scene, top: shared.top, sizeOf: id => 4.5 + gradeOf(id), aspect: 1.6 });
    const marks = [...places.at].map(([id, place]) => ({ id, ...place, kind: scene.members.has(id) ? "component" : id.slice(0, id.indexOf(":")) }));
    const nameOf = id => {
      if (id.startsWith(MORE)) return say.more.replace("{count}", number(scene.members.get(id).length));
      if (id.startsWith("rest:")) return say.rest.replace("{count}", number(scene.rests.get(id).length));
      return id.startsWith("unknown:") ? info[id].word : info[id].label;
    };
    const { columns, bands, at } = places;
    const xs = columns.flatMap(column => [column[1], column[2]]), ys = marks.map(mark => mark.y), title = system.titles[layer];
    const [left, top, right, bottom] = [Math.min(...xs) - 10, Math.min(...ys) - 60, Math.max(...xs) + 60, Math.max(...ys) + 40];
    const drawn = make("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, role: "img", "aria-label": title });
    drawn.append(make("text", { x: left + 4, y: top + 16, class: "paper-title" }, title));
    for (const [kind, from] of columns) drawn.append(make("text", { x: from, y: top + 36, class: "paper-head" }, say[kind]));
    for (const [a, b, c, d] of bands) drawn.append(make("rect", { x: a, y: b, width: c - a, height: d - b, rx: 6, class: "paper-band" }));
    for (const { from, to } of scene.lines) {
      if (scene.members.has(to)) continue; // the band that it stands in says so
      const [a, b] = [at.get(from), at.get(to)], half = (a.x + b.x) / 2;
      drawn.append(make("path", { d: `M${a.x} ${a.y}C${half} ${a.y} ${half} ${b.y} ${b.x} ${b.y}`, class: "paper-line" }));
    }
    for (const node of marks) {
      const text = nameOf(node.id), kind = node.kind;
      const start = kind === "assembly" ? bands[0]?.[0] + 8 : node.x + node.size + 4;
      const letters = Math.max(4, Math.floor((kind === "assembly" ? places.room : kind === "system" ? 230 : room(node, columns, marks)) / LETTER));
      drawn.append(mark(node, gradeOf), make("text", { x: start, y: node.y, "font-size": SIZE, dy: "0.35em", class: "paper-name" }, text.length > letters ? text.slice(0, letters - 1) + "…" : text));
    }
    return drawn;
  }
})();
