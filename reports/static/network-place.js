"use strict";
// Where the network stands: columns from the system on the left to the countries on the right, before anything is drawn.
//
// Assemblies form a tree by depth; the components of one group fill a block of short rows at its name, so that most of the
// structure is told by place and not by lines. What they hang on stands in columns of its own, each as near as can be to
// the mean height of what needs it (the barycentre method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual
// understanding of hierarchical system structures", IEEE SMC-11, 1981), which keeps lines short and crossings few. How
// many columns there are is chosen so that the whole picture can be drawn largest. Nothing moves by itself after this.
const networkPlace = (() => {
  const ROW = 24, CELL = 168, SYSTEM = 190, STEP = 44, GAP = 10, BETWEEN = 96;
  const WIDTHS = { supplier: 196, parent: 196, material: 150, stage: 240, country: 210 };
  // The name of a group above its components, or beside them: height and width that it takes. Among many groups it is drawn
  // smaller than its marks stand apart, and needs more.
  const names = blocks => [[ROW, 0], [0, Math.min(300, Math.max(190, blocks.length * 8))]];

  const cells = block => block.shown.length + (block.hidden.length ? 1 : 0);
  const rows = (block, shape) => Math.ceil(cells(block) / shape.across);
  const tall = (block, shape) => shape.head + (shape.head ? rows(block, shape) : Math.max(rows(block, shape), 1)) * ROW;
  const height = (blocks, shape) => blocks.reduce((sum, block) => sum + tall(block, shape) + GAP, 0) || ROW;
  const tallest = (columns, makers) => Math.max(0, ...columns.map(([kind, names]) => Math.ceil(names.length / (kind === "country" ? 1 : makers)) * ROW));
  const wide = (kind, names, high) => (kind === "country" ? 1 : Math.ceil(names.length * ROW / high));
  const left = blocks => SYSTEM + (Math.max(0, ...blocks.map(block => block.depth)) + 1) * STEP;

  // The division in which everything can be drawn largest on a space of this aspect.
  function divide(blocks, columns, aspect) {
    let best = null;
    for (const [head, beside] of names(blocks)) for (let across = 1; across <= 10; across++) for (let makers = 1; makers <= 5; makers++) {
      const shape = { across, makers, head, beside };
      const high = Math.max(height(blocks, shape), tallest(columns, makers));
      const sides = columns.reduce((sum, [kind, names]) => sum + BETWEEN + WIDTHS[kind] * wide(kind, names, high), 0);
      const scale = Math.min(aspect / (left(blocks) + beside + across * CELL + sides), 1 / high);
      if (!best || scale > best.scale) best = { ...shape, scale };
    }
    return best;
  }

  // Marks with their places and sizes, the columns, the ground behind each group, and how long the name of one may get.
  function place({ blocks, columns, lines, top, sizeOf, aspect }) {
    const shape = divide(blocks, columns, aspect), at = new Map(), bands = [];
    const start = left(blocks), end = start + shape.beside + shape.across * CELL;
    let y = 0;
    for (const block of blocks) {
      const here = [...block.shown, ...(block.hidden.length ? ["more:" + block.head] : [])], deep = Math.max(rows(block, shape), 1);
      here.forEach((name, number) => at.set(name, { x: start + shape.beside + Math.floor(number / deep) * CELL, y: y + shape.head + (number % deep + 0.5) * ROW, size: sizeOf(name) }));
      if (block.depth && block.head !== "*") at.set(block.head, { x: SYSTEM + block.depth * STEP, y: y + ROW / 2, size: 7 });
      bands.push([start - 16, y, end - 8, y + tall(block, shape)]);
      y += tall(block, shape) + GAP;
    }
    const high = Math.max(y - GAP, tallest(columns, shape.makers), ROW);
    at.set(top, { x: SYSTEM / 2, y: high / 2, size: 10 });
    const heads = [["system", 0, SYSTEM], ["component", start - 16, end]];
    for (const [kind, names] of columns) heads.push(spread(kind, names, lines, high, heads.at(-1)[2] + BETWEEN, at));
    return { at, columns: heads, bands, room: shape.beside ? shape.beside - 24 : 3 * CELL };
  }

  // One kind over the height, row by row; a mark grows with the root of what hangs on it, as far as there is room.
  function spread(kind, names, lines, high, from, at) {
    const heights = new Map(names.map(name => [name, []])), served = new Map(names.map(name => [name, new Set()]));
    for (const line of lines) {
      if (!served.has(line.to)) continue;
      if (at.has(line.from)) heights.get(line.to).push(at.get(line.from).y);
      line.serves.forEach(each => served.get(line.to).add(each));
    }
    const centre = new Map(names.map(name => [name, heights.get(name).reduce((sum, y) => sum + y, 0) / (heights.get(name).length || 1)]));
    const order = [...names].sort((a, b) => a.startsWith("rest:") - b.startsWith("rest:") || centre.get(a) - centre.get(b) || (a < b ? -1 : 1));
    const across = wide(kind, order, high), step = high / Math.ceil(order.length / across);
    order.forEach((name, number) => {
      const row = Math.floor(number / across), cell = number % across;
      const base = kind === "country" || name.startsWith("unknown:") ? 9 : 6.5;
      const size = Math.min(base + 1.2 * Math.sqrt(served.get(name).size), Math.max(step / 2, 9), 24);
      at.set(name, { x: from + cell * WIDTHS[kind], y: (row + 0.5 + (cell / across - (across - 1) / across / 2)) * step, size });
    });
    return [kind, from - 12, from + across * WIDTHS[kind]];
  }
  return place;
})();
