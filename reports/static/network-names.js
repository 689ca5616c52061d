"use strict";
// What is written in the picture of the network: names, as many as fit, the heads of the columns, the ground of the groups.
// Names come from workbooks that nobody here wrote: they are drawn as the text of a canvas, which is never markup.
const networkNames = (() => {
  const WEIGHTS = { assembly: 14, country: 12, unknown: 12, material: 10, rest: 8, more: 7, supplier: 6, parent: 6, stage: 5 };

  const rounded = (context, x, y, width, height, radius) => { context.beginPath(); context.roundRect(x, y, width, height, radius); context.fill(); };
  function shorten(context, text, room) {
    if (context.measureText(text).width <= room) return text;
    let end = Math.max(3, Math.floor(text.length * room / context.measureText(text).width) - 1);
    while (end > 3 && context.measureText(text.slice(0, end) + "…").width > room) end--;
    return text.slice(0, end).trimEnd() + "…";
  }
  // Lines of whole words; a word that is too long for a line is broken with a hyphen.
  function wrap(context, text, room) {
    const lines = [];
    const words = text.split(" ");
    while (words.length) {
      const word = words.shift(), joined = lines.length ? lines.at(-1) + " " + word : word;
      if (lines.length && context.measureText(joined).width <= room) { lines[lines.length - 1] = joined; continue; }
      let end = word.length;
      while (end > 4 && context.measureText(word.slice(0, end) + (end < word.length ? "-" : "")).width > room) end--;
      lines.push(word.slice(0, end) + (end < word.length ? "-" : ""));
      if (end < word.length) words.unshift(word.slice(end));
    }
    return lines.length > 5 ? [...lines.slice(0, 4), lines[4] + "…"] : lines;
  }

  // `now()` gives what is drawn: { marks: [{ id, x, y, size, kind, grade, label }], places, lit, chain, selected, theme }; `theme` has the font of the page as well.
  return (network, stage, now) => {
    function ground(context) {
      const { marks, places, theme } = now();
      context.fillStyle = theme.band;
      for (const [left, top, right, bottom] of places.bands) rounded(context, left, top, right - left, bottom - top, 8);
      context.strokeStyle = theme.edge; context.lineWidth = 1.5;
      for (const mark of marks) {
        if (mark.kind !== "assembly") continue;
        context.beginPath(); context.moveTo(mark.x, mark.y); context.lineTo(places.bands[0][0], mark.y); context.stroke();
      }
    }
    // Names in the order of what matters, each only where no other stands already: they never overlap, at any zoom.
    function names(context) {
      const { marks, places, lit, chain, selected, theme } = now();
      const scale = network.getScale();
      const far = scale < 0.35; // from far away only countries and what is chosen have a name
      const stub = 60 / scale; // every mark keeps room for the beginning of its own name
      const from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
      const seen = mark => mark.kind !== "system" && mark.y > from.y - 20 && mark.y < to.y + 20 && mark.x < to.x && mark.x > from.x - 700;
      const near = marks.filter(seen);
      const grid = new Map(); // what is taken, by rows: names only meet what stands at their height
      const cell = y => Math.floor(y * scale / 16);
      const take = box => { for (let at = cell(box.top); at <= cell(box.bottom); at++) grid.set(at, [...(grid.get(at) ?? []), box]); };
      const taken = box => { for (let at = cell(box.top); at <= cell(box.bottom); at++) if (grid.get(at)?.some(other => other.id !== box.id && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return true; return false; };
      const least = Math.max(9, Math.min(10.5, 24 * scale / 1.09)); // as small as the rows need, never below nine pixels
      const size = Math.min(15, Math.max(least, 13 * scale)) / scale;
      context.textBaseline = "middle"; context.lineJoin = "round";
      const main = mark => mark.id === selected || chain.names?.includes(mark.id);
      const rank = mark => (mark.id === selected ? 100 : 0) + (chain.names?.includes(mark.id) ? 50 : 0) + (lit?.found.has(mark.id) ? 20 : 0) + (WEIGHTS[mark.kind] ?? 0) + mark.grade * 2 + mark.size / 100;
      near.sort((a, b) => rank(b) - rank(a));
      const stubs = () => near.forEach(({ id, x, y, size: radius }) => { if (!lit || lit.found.has(id)) take({ id, left: x - radius, right: x + radius + stub, top: y - 5 / scale, bottom: y + 5 / scale }); });
      const [first, others] = [near.filter(mark => mark.kind === "assembly"), near.filter(mark => mark.kind !== "assembly")];
      for (const mark of [...first, null, ...others]) {
        if (!mark) { if (!far) stubs(); continue; } // groups are named before anything else has its place
        const assembly = mark.kind === "assembly";
        if (lit && !lit.found.has(mark.id) && !assembly) continue;
        if (far && mark.kind !== "country" && !main(mark)) continue;
        context.font = `${main(mark) || assembly || mark.kind === "country" || mark.kind === "more" || mark.grade === 4 ? "bold " : ""}${size}px ${theme.font}`;
        const left = assembly ? places.bands[0][0] + 10 : mark.x + mark.size + 5;
        const edge = to.x - 6 / scale - left;
        const fits = wanted => {
          const text = shorten(context, mark.label, Math.min(wanted, Math.max(edge, 30)));
          const box = { id: mark.id, left: assembly ? left : mark.x - mark.size, right: left + 2 + context.measureText(text).width, top: mark.y - size * 0.54, bottom: mark.y + size * 0.54 };
          if (taken(box)) return null;
          take(box);
          return text;
        };
        const text = assembly ? fits(places.room) : fits(mark.id === MORE + "*" ? 900 : 480) ?? fits(200) ?? fits(140);
        if (text === null) continue;
        context.lineWidth = 4 / Math.max(scale, 0.6); context.strokeStyle = theme.halo; context.fillStyle = theme.ink;
        context.globalAlpha = lit && !lit.found.has(mark.id) ? 0.45 : 1;
        context.strokeText(text, left, mark.y);
        context.fillText(text, left, mark.y);
        context.globalAlpha = 1;
      }
      box(context, scale);
      heads(context);
    }
    // The box of the system is drawn with its name, after everything else.
    function box(context, scale) {
      const { marks, places, theme } = now();
      const node = marks.find(mark => mark.kind === "system");
      const width = places.columns[0][2] - places.columns[0][1], size = Math.min(15, Math.max(9, 13 * scale)) / scale;
      context.textAlign = "center";
      context.font = `bold ${size}px ${theme.font}`;
      const lines = wrap(context, node.label, width - 16);
      const height = width * scale > 70 ? Math.max(60, (lines.length * 1.3 + 1.1) * size) : 100;
      context.fillStyle = theme.box;
      rounded(context, node.x - width / 2, node.y - height / 2, width, height, 8);
      context.fillStyle = theme.boxInk;
      if (width * scale > 70) lines.forEach((line, number) => context.fillText(line, node.x, node.y + (number - (lines.length - 1) / 2) * 1.3 * size));
      context.textAlign = "start";
    }
    // The heads of the columns stay at the upper edge, wherever the picture is moved to.
    function heads(context) {
      const { places, theme, titles } = now();
      const ratio = window.devicePixelRatio || 1;
      context.save(); context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = 0.9; context.fillStyle = theme.halo; context.fillRect(0, 0, stage.clientWidth, 26); context.globalAlpha = 1;
      context.font = `bold 11px ${theme.font}`; context.fillStyle = theme.column; context.textBaseline = "middle";
      let last = -Infinity;
      for (const [kind, left, right] of places.columns) {
        if (network.canvasToDOM({ x: right, y: 0 }).x < 40) continue;
        const x = Math.max(6, network.canvasToDOM({ x: left, y: 0 }).x);
        if (x < last + 8 || x > stage.clientWidth) continue;
        context.fillText(titles(kind), x, 13);
        last = x + context.measureText(titles(kind)).width;
      }
      context.restore();
    }
    return { ground, names };
  };
})();
