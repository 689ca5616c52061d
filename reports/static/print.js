"use strict";
// On paper the picture of the network is drawn anew, as lines and letters instead of a screenshot: at the same places.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 15, BOX = 180; // height of a name and width of the box of the system, in the units of the picture
  const LETTER = 0.58, BOLD = 0.66; // about the width of a letter, as a part of its height

  depmap.mount(({ root, systems, words }) => {
    const draw = () => {
      systems.forEach((system, at) => {
        const place = root.querySelector(`#${system.anchor} [data-paper]`), shared = depmap.shared.network[at];
        if (place && !place.childElementCount) place.append(...shared.views.map((view, layer) => picture(view, shared, system, words, layer)), legend(root, system));
      });
    };
    addEventListener("beforeprint", draw);
    matchMedia("print").addEventListener("change", event => { if (event.matches) draw(); });
  });

  // What the marks mean, without its buttons.
  function legend(root, { anchor }) {
    const copy = root.querySelector(`#${anchor} .map .legend`).cloneNode(true);
    for (const button of copy.querySelectorAll("button")) button.replaceWith(...button.childNodes);
    return copy;
  }

  const make = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const GRADES = ["none", "low", "medium", "high", "critical"];
  const BORDERS = ["", "", " possible", " point"]; // of what stops the system alone: perhaps, certainly
  function mark({ x, y, size, kind, grade, border }) {
    const square = `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`;
    const corners = {
      supplier: `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
      material: `M${x - size} ${y}l${size / 2} ${-size}h${size}l${size / 2} ${size}l${-size / 2} ${size}h${-size}z`,
      stage: `M${x} ${y + size}l${-size} ${-1.8 * size}h${2 * size}z`,
      country: `M${x} ${y - size}l${size} ${1.8 * size}h${-2 * size}z`,
      unknown: star(x, y, size), assembly: square, parent: square,
    };
    corners.rest = corners.supplier;
    if (kind === "more") return make("path", { d: square, class: "dot " + GRADES[grade] });
    if (corners[kind]) return make("path", { d: corners[kind], class: "shape " + (kind === "rest" ? "unknown" : kind) + BORDERS[border] });
    return make("circle", { cx: x, cy: y, r: size, class: "dot " + GRADES[grade] + BORDERS[border] });
  }
  const star = (x, y, size) => "M" + Array.from({ length: 10 }, (_, at) => {
    const far = at % 2 ? size * 0.45 : size, turn = (at / 5 - 0.5) * Math.PI;
    return `${x + far * Math.cos(turn)} ${y + far * Math.sin(turn)}`;
  }).join("L") + "z";

  // The system is a box with its name in it, of whole words, as large as the longest of them lets it be.
  function box({ x, y, text }) {
    const words = text.split(" "), size = Math.min(SIZE, (BOX - 12) / Math.max(...words.map(word => word.length)) / BOLD), lines = [];
    for (const word of words) {
      const joined = lines.length ? lines.at(-1) + " " + word : word;
      if (lines.length && joined.length * BOLD * size <= BOX - 12) lines[lines.length - 1] = joined; else lines.push(word);
    }
    const high = (lines.length * 1.3 + 1) * size;
    return [
      make("rect", { x: x - BOX / 2, y: y - high / 2, width: BOX, height: high, rx: 6, class: "shape system" }),
      ...lines.map((line, at) => make("text", { x, y: y + (at - (lines.length - 1) / 2) * 1.3 * size, "font-size": size, dy: "0.35em", class: "paper-box" }, line)),
    ];
  }

  // A name has the room up to the next mark in its row, or to the end of its column.
  function room(node, columns, marks) {
    const ends = columns.filter(([, left, right]) => node.x >= left - 1 && node.x <= right).map(column => column[2]);
    const beside = marks.filter(other => other.x > node.x && Math.abs(other.y - node.y) < SIZE).map(other => other.x - other.size);
    return Math.min(ends[0] ?? Infinity, ...beside) - node.x - node.size - 5;
  }

  // As it opens: what is in closed groups is one mark that says how many there are.
  function picture(view, shared, system, words, layer) {
    const model = networkScene(shared), say = words.network;
    const scene = model.scene({ view, by: "assembly", opened: new Map(), closed: new Set(), ...networkRoom(shared), keeps: null, without: new Set(), pulled: new Set() });
    const { about, kindOf } = networkFacts({ model, shared, system, words, now: () => scene });
    const places = networkPlace({ ...scene, top: shared.top, sizeOf: id => 4.5 + about(id).grade, aspect: 1.6 });
    const borders = new Map([...view.nodes.map(node => [node.id, node.borderWidth]), ...Object.entries(view.borders)]);
    const marks = [...places.at].map(([id, place]) => {
      const { label, word, grade } = about(id), kind = kindOf(id);
      return { id, ...place, kind, grade, border: borders.get(id) ?? 1, text: kind === "unknown" ? word : label };
    });
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
      if (node.kind === "system") { drawn.append(...box(node)); continue; }
      const inside = node.kind === "assembly", wide = inside ? places.room : node.id === MORE + "*" ? Infinity : room(node, columns, marks);
      const heavy = inside || node.kind === "more" || node.grade === 4;
      const letters = Math.max(4, Math.floor(wide / SIZE / (heavy ? BOLD : LETTER))), text = node.text.length > letters ? node.text.slice(0, letters - 1) + "…" : node.text;
      drawn.append(mark(node), make("text", { x: inside ? bands[0][0] + 8 : node.x + node.size + 4, y: node.y, "font-size": SIZE, dy: "0.35em", class: "paper-name" + (heavy ? " bold" : "") }, text));
    }
    return drawn;
  }
})();
