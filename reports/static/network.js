"use strict";
// The picture: vis-network draws marks and lines at positions worked out beforehand; names are drawn here, as many as fit.
// Names and facts come from workbooks that nobody here wrote: they reach the page as textContent and canvas text only.
(() => {
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const FONT = 'Verdana, "DejaVu Sans", Arial, sans-serif';

  function groups() {
    const made = {};
    const pair = (background, border) => ({ background, border, highlight: { background, border }, hover: { background, border } });
    for (const grade of ["critical", "high", "medium", "low", "none"]) {
      made["component-" + grade] = { color: pair(colour(grade), colour(grade + "-edge")) };
    }
    for (const kind of ["supplier", "country", "parent", "unknown"]) made[kind] = { color: pair(colour(kind), colour(kind + "-edge")) };
    made.system = { color: pair(colour("box"), colour("box")) };
    made.assembly = { color: pair(colour("assembly"), colour("assembly-edge")) };
    return made;
  }

  function start(root, system, words) {
    const info = new Map(Object.entries(system.info));
    const stage = root.querySelector("[data-canvas]");
    const panel = root.querySelector("[data-panel]");
    const search = root.querySelector("[data-search]");
    const grade = root.querySelector('[data-filter="grade"]');
    const country = root.querySelector('[data-filter="country"]');
    let view, network, nodes, edges, needs, needed, lit = null, chain = [], selected = null, theme = {};

    // --- what hangs on what -----------------------------------------------------------------------------------------
    function index() {
      needs = new Map(); needed = new Map();
      view.edges.forEach((edge, number) => {
        const line = { id: number, from: edge.from, to: edge.to, serves: new Set(view.serves[number]) };
        if (!needs.has(line.from)) needs.set(line.from, []);
        if (!needed.has(line.to)) needed.set(line.to, []);
        needs.get(line.from).push(line);
        needed.get(line.to).push(line);
      });
    }
    const kind = node => info.get(node).kind;
    const isPart = node => ["system", "assembly", "component"].includes(kind(node));

    // Everything that the node needs and everything that needs it, along the components that it really serves.
    function reach(node) {
      const found = new Set([node]), lines = new Set();
      const up = (at, carried) => {
        for (const line of needed.get(at) ?? []) {
          const through = carried && !isPart(at) ? new Set([...line.serves].filter(each => carried.has(each))) : null;
          if (through && !through.size) continue;
          if (kind(line.from) === "component" && !isPart(at) && carried && !carried.has(line.from)) continue;
          lines.add(line.id); found.add(line.from); up(line.from, through);
        }
      };
      const down = (at, carried) => {
        for (const line of needs.get(at) ?? []) {
          if (!isPart(line.to) && carried && ![...line.serves].some(each => carried.has(each))) continue;
          const below = kind(line.to) === "component" ? new Set([line.to]) : carried;
          if (!lines.has(line.id)) { lines.add(line.id); found.add(line.to); down(line.to, below); }
        }
      };
      const own = new Set((needed.get(node) ?? []).flatMap(line => [...line.serves]));
      up(node, isPart(node) ? null : own);
      down(node, kind(node) === "component" ? new Set([node]) : isPart(node) ? null : own);
      return { found, lines };
    }

    // The lines along a chain; between a country and a component the chain passes through a maker that it does not name.
    function along(names) {
      const lines = new Set();
      for (let at = 0; at + 1 < names.length; at++) {
        const [below, above] = [names[at], names[at + 1]];
        const straight = (needed.get(below) ?? []).find(line => line.from === above);
        if (straight) { lines.add(straight.id); continue; }
        for (const line of needed.get(below) ?? []) {
          const next = (needed.get(line.from) ?? []).find(each => each.from === above && line.serves.has(above));
          if (next) { lines.add(line.id); lines.add(next.id); break; }
        }
      }
      return lines;
    }
    function upwards(node) {
      const path = [node];
      while (isPart(path.at(-1)) && needed.get(path.at(-1))?.length) path.push(needed.get(path.at(-1))[0].from);
      return path;
    }

    // --- drawing ----------------------------------------------------------------------------------------------------
    // The worse the components that a line serves, the more it shows; what place already tells is not drawn as well.
    function styleOf(line) {
      if (chain.lines?.has(line.id)) return { color: { color: theme.chain, opacity: 1 }, width: 3.5, hidden: false };
      const inside = kind(line.to) === "component";
      if (lit) return { color: { color: theme.link, opacity: lit.lines.has(line.id) ? 0.75 : 0.05 }, width: lit.lines.has(line.id) ? 1.4 : 1, hidden: inside && !lit.lines.has(line.id) };
      if (isPart(line.to)) return { color: { color: theme.link, opacity: 0.6 }, width: 1.5, hidden: inside };
      const worst = Math.max(0, ...view.serves[line.id].map(each => info.get(each).grade));
      const [shade, opacity] = worst === 4 ? [theme.critical, 0.5] : worst === 3 ? [theme.high, 0.35] : [theme.link, 0.16];
      return { color: { color: shade, opacity }, width: worst === 4 ? 1.4 : 1, hidden: false };
    }
    function restyle() {
      edges.update([...needs.values()].flat().map(line => ({ id: line.id, ...styleOf(line) })));
      nodes.update(view.nodes.map(node => ({ id: node.id, opacity: !lit || lit.found.has(node.id) ? 1 : 0.12 })));
    }
    function rounded(context, x, y, width, height, radius) {
      context.beginPath(); context.roundRect(x, y, width, height, radius); context.fill();
    }
    function ground(context) {
      context.fillStyle = theme.band;
      for (const [left, top, right, bottom] of view.bands) rounded(context, left, top, right - left, bottom - top, 8);
      context.strokeStyle = theme.edge; context.lineWidth = 1.5;
      for (const node of view.nodes) {
        if (kind(node.id) !== "assembly" || nodes.get(node.id).hidden) continue;
        context.beginPath(); context.moveTo(node.x, node.y); context.lineTo(view.bands[0][0], node.y); context.stroke();
      }
    }
    function shorten(context, text, room) {
      if (context.measureText(text).width <= room) return text;
      let end = Math.max(3, Math.floor(text.length * room / context.measureText(text).width) - 1);
      while (end > 3 && context.measureText(text.slice(0, end) + "…").width > room) end--;
      return text.slice(0, end).trimEnd() + "…";
    }
    // Names in the order of what matters, each only where no other stands already: they never overlap, at any zoom.
    function names(context) {
      const scale = network.getScale();
      const far = scale < 0.35; // from far away only countries and what is chosen have a name
      const stub = 60 / scale; // every mark keeps room for the beginning of its own name
      const taken = far ? [] : view.nodes.filter(node => !nodes.get(node.id).hidden && kind(node.id) !== "system" && (!lit || lit.found.has(node.id)))
        .map(node => ({ id: node.id, left: node.x - node.size, right: node.x + node.size + stub, top: node.y - 5 / scale, bottom: node.y + 5 / scale }));
      const least = Math.max(9, Math.min(10.5, 24 * scale / 1.09)); // as small as the rows need, never below nine pixels
      const size = Math.min(15, Math.max(least, 13 * scale)) / scale;
      context.textBaseline = "middle"; context.lineJoin = "round";
      const order = view.nodes.filter(node => !nodes.get(node.id).hidden && kind(node.id) !== "system");
      const rank = node => (node.id === selected ? 100 : 0) + (chain.names?.includes(node.id) ? 50 : 0) + (lit?.found.has(node.id) ? 20 : 0)
        + ({ assembly: 14, country: 12, supplier: 6, parent: 6, unknown: 12 }[kind(node.id)] ?? 0) + info.get(node.id).grade * 2 + node.size / 100;
      order.sort((a, b) => rank(b) - rank(a));
      for (const node of order) {
        const assembly = kind(node.id) === "assembly";
        if (lit && !lit.found.has(node.id) && !assembly) continue;
        if (far && kind(node.id) !== "country" && node.id !== selected && !chain.names?.includes(node.id)) continue;
        const main = node.id === selected || chain.names?.includes(node.id);
        const bold = main || assembly || kind(node.id) === "country" || info.get(node.id).grade === 4;
        context.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
        const at = network.getPosition(node.id);
        const left = assembly ? view.bands[0][0] + 10 : at.x + node.size + 5;
        const label = kind(node.id) === "unknown" ? info.get(node.id).word : info.get(node.id).label;
        const edge = network.DOMtoCanvas({ x: stage.clientWidth - 6, y: 0 }).x - left;
        const fits = wanted => {
          const room = Math.min(wanted, Math.max(edge, 30));
          const text = shorten(context, label, room);
          const box = { id: node.id, left: assembly ? left : at.x - node.size, right: left + 2 + context.measureText(text).width, top: at.y - size * 0.54, bottom: at.y + size * 0.54 };
          const free = !taken.some(other => other.id !== node.id && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
          if (free) taken.push(box);
          return free ? text : null;
        };
        const text = assembly ? fits(view.room) : fits(480) ?? fits(200) ?? fits(140);
        if (text === null) continue;
        context.lineWidth = 4 / Math.max(scale, 0.6); context.strokeStyle = theme.halo; context.fillStyle = theme.ink;
        context.globalAlpha = lit && !lit.found.has(node.id) ? 0.45 : 1;
        context.strokeText(text, left, at.y);
        context.fillText(text, left, at.y);
        context.globalAlpha = 1;
      }
      boxes(context, scale);
      heads(context);
    }
    function boxes(context, scale) {
      context.textAlign = "center";
      const node = view.nodes.find(each => kind(each.id) === "system"), at = network.getPosition(node.id);
      const width = view.columns[0][2] - view.columns[0][1], size = Math.min(15, Math.max(9, 13 * scale)) / scale;
      context.font = `bold ${size}px ${FONT}`;
      const lines = wrap(context, info.get(node.id).label, width - 16);
      const height = width * scale > 70 ? Math.max(60, (lines.length * 1.3 + 1.1) * size) : 100;
      context.fillStyle = theme.box;
      rounded(context, at.x - width / 2, at.y - height / 2, width, height, 8);
      context.fillStyle = theme.boxInk;
      if (width * scale > 70) lines.forEach((line, number) => context.fillText(line, at.x, at.y + (number - (lines.length - 1) / 2) * 1.3 * size));
      context.textAlign = "start";
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
    // The heads of the columns stay at the upper edge, wherever the picture is moved to.
    function heads(context) {
      const ratio = window.devicePixelRatio || 1;
      context.save(); context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = 0.9; context.fillStyle = theme.halo; context.fillRect(0, 0, stage.clientWidth, 26); context.globalAlpha = 1;
      context.font = `bold 11px ${FONT}`; context.fillStyle = theme.column; context.textBaseline = "middle";
      let last = -Infinity;
      for (const [title, left] of view.columns) {
        const x = Math.max(6, network.canvasToDOM({ x: left, y: 0 }).x);
        if (x < last + 8 || x > stage.clientWidth) continue;
        context.fillText(title, x, 13);
        last = x + context.measureText(title).width;
      }
      context.restore();
    }

    function draw() {
      theme = { critical: colour("critical"), high: colour("high"), chain: colour("chain"), link: colour("link"), ink: colour("ink"), halo: colour("halo"), band: colour("band"), column: colour("column"),
        box: colour("box"), boxInk: colour("box-ink"), assembly: colour("assembly"), assemblyInk: colour("assembly-ink"), edge: colour("assembly-edge") };
      network?.destroy();
      index();
      const unlabelled = view.nodes.map(node => ({ ...node, label: undefined, ...(kind(node.id) === "system" ? { shape: "custom", ctxRenderer: box } : {}) }));
      nodes = new vis.DataSet(unlabelled);
      edges = new vis.DataSet(view.edges.map((edge, number) => ({ ...edge, ...styleOf({ id: number, to: edge.to }) })));
      network = new vis.Network(stage, { nodes, edges }, {
        autoResize: true, groups: groups(), physics: false, layout: { improvedLayout: false },
        interaction: { hover: true, dragNodes: false, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: false },
        nodes: { chosen: false },
        edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } },
      });
      const canvas = stage.querySelector("canvas");
      canvas.setAttribute("role", "img");
      const told = fill(words.map_label, { name: info.get(view.nodes.find(node => kind(node.id) === "system").id).label, nodes: view.nodes.length, lines: view.edges.length });
      canvas.setAttribute("aria-label", told);
      stage.setAttribute("aria-label", told);
      network.on("beforeDrawing", ground);
      network.on("afterDrawing", names);
      network.on("resize", fit);
      network.on("click", event => (event.nodes.length ? select(event.nodes[0]) : clear()));
      network.on("hoverNode", () => { stage.classList.add("over"); canvas.style.cursor = "pointer"; });
      network.on("blurNode", () => { canvas.style.cursor = "default"; });
      fit();
    }
    // Boxes are drawn with their names, after everything else; here only their place and size matter, for clicks.
    function box({ x, y }) { return { drawNode() {}, nodeDimensions: { width: 190, height: 60 } }; }
    function fit() {
      if (!stage.clientWidth || !stage.clientHeight) return; // hidden: another system has its turn
      const xs = view.columns.flatMap(column => [column[1], column[2]]), ys = view.nodes.map(node => node.y);
      const [left, right] = [Math.min(...xs) - 10, Math.max(...xs) + 20], [top, bottom] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
      const narrow = stage.clientWidth < 640 ? 64 : 0;
      const scale = Math.min((stage.clientWidth - narrow) / (right - left), (stage.clientHeight - 34) / (bottom - top));
      network.moveTo({ scale, position: { x: (left + right + narrow / scale) / 2, y: (top + bottom) / 2 - 13 / scale }, animation: false });
    }

    // --- choosing ---------------------------------------------------------------------------------------------------
    function select(node) {
      if (!nodes.get(node)) return;
      selected = node;
      lit = reach(node);
      const names = info.get(node).chains[view.layer] ?? (isPart(node) ? upwards(node) : []);
      chain = { names, lines: along(names) };
      restyle();
      tell(node, names);
      depmap.note(system.anchor + "-map", node);
    }
    function clear() {
      selected = null; lit = null; chain = [];
      restyle();
      depmap.note(system.anchor + "-map");
      panel.querySelector("[data-start]").hidden = false;
      panel.querySelector("[data-facts]").hidden = true;
    }
    function tell(node, names) {
      const about = info.get(node), place = panel.querySelector("[data-facts]");
      const list = element("dl");
      for (const [title, lines] of about.facts) {
        list.append(element("dt", title), ...lines.map(line => element("dd", line)));
      }
      const parts = [element("p", [about.word, about.sub, about.mark].filter(Boolean).join(" · "), "soft"), element("h3", about.label), list];
      if (names.length > 1) {
        const steps = element("ol", undefined, "chain");
        steps.append(...names.map(name => element("li", info.get(name)?.label ?? name)));
        parts.push(element("h3", words.chain), steps);
      }
      const back = element("button", words.clear);
      back.type = "button"; back.dataset.act = "clear";
      parts.push(element("p"), back);
      place.replaceChildren(...parts);
      place.hidden = false;
      panel.querySelector("[data-start]").hidden = true;
      panel.scrollTop = 0;
    }

    function filter() {
      const least = Number(grade.value), where = country.value;
      const keeps = node => {
        const about = info.get(node);
        return about.grade >= least && (!where || about.countries.includes(where));
      };
      const kept = new Set();
      if (!least && !where) view.nodes.forEach(node => kept.add(node.id));
      else {
        for (const node of view.nodes) {
          if (kind(node.id) !== "component" || !keeps(node.id)) continue;
          const { found } = reach(node.id);
          found.forEach(each => kept.add(each));
        }
        if (where && nodes.get(where)) kept.add(where);
        view.nodes.filter(node => kind(node.id) === "system").forEach(node => kept.add(node.id));
      }
      nodes.update(view.nodes.map(node => ({ id: node.id, hidden: !kept.has(node.id) })));
      root.querySelector("[data-count]").textContent = fill(words.visible_count, { shown: kept.size, all: view.nodes.length });
    }
    function find() {
      const asked = search.value.trim().toLocaleLowerCase();
      if (!asked) return;
      const among = view.nodes.map(node => node.id);
      const names = id => [info.get(id).label, info.get(id).sub, id.slice(id.indexOf(":") + 1)].map(text => text.toLocaleLowerCase());
      const hit = among.find(id => names(id).includes(asked)) ?? among.find(id => names(id).some(text => text.startsWith(asked)))
        ?? among.find(id => names(id).some(text => text.includes(asked)));
      if (!hit) { root.querySelector("[data-count]").textContent = words.no_match; return; }
      if (nodes.get(hit).hidden) reset(); else filter();
      select(hit);
    }
    function reset() { grade.value = "0"; country.value = ""; filter(); }
    function zoom(factor) { network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: false }); }
    function pan(x, y) {
      const at = network.getViewPosition(), scale = network.getScale();
      network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale }, animation: false });
    }

    function show(layer) {
      view = system.views.find(each => each.layer === layer) ?? system.views[0];
      for (const button of root.querySelectorAll("[data-view]")) {
        button.setAttribute("aria-pressed", String(system.views[Number(button.dataset.view)] === view));
      }
      for (const list of root.querySelectorAll("[data-heaviest]")) list.hidden = list.dataset.heaviest !== view.layer;
      lit = null; chain = [];
      draw(); filter();
      const list = root.querySelector("datalist");
      list.replaceChildren(...view.nodes.map(node => { const option = element("option"); option.value = info.get(node.id).label; return option; }));
    }

    const acts = { in: () => zoom(1.35), out: () => zoom(1 / 1.35), fit, clear, reset: () => { search.value = ""; clear(); reset(); fit(); } };
    root.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.act) acts[button.dataset.act]();
      if (button.dataset.node) select(button.dataset.node);
      if (button.dataset.view) { const was = selected; show(system.views[Number(button.dataset.view)].layer); clear(); if (was) select(was); }
    });
    search.addEventListener("change", find);
    search.addEventListener("keydown", event => { if (event.key === "Enter") find(); });
    grade.addEventListener("change", filter);
    country.addEventListener("change", filter);
    const keys = { ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60), "+": acts.in, "=": acts.in, "-": acts.out, 0: fit, Escape: clear };
    stage.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault(); keys[event.key]();
    });
    // The wheel scrolls the page; only with Ctrl, or once the picture has the focus, does it zoom.
    stage.addEventListener("wheel", event => { if (!event.ctrlKey && !stage.matches(":focus-within")) event.stopPropagation(); }, { capture: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { draw(); filter(); if (selected) select(selected); });
    show(system.views[0].layer);
    // Where an address leads: to a node, in the layer that it names or in the one that has it.
    function arrive(node, layer) {
      const holds = each => each.nodes.some(one => one.id === node);
      const wanted = system.views.find(each => each.layer === layer) ?? (holds(view) ? view : system.views.find(holds));
      if (!wanted || !holds(wanted)) return;
      if (wanted !== view) show(wanted.layer);
      if (nodes.get(node).hidden) reset();
      if (node !== selected) select(node);
    }
    // What is chosen on the map of the world limits this picture as well.
    function only(where) {
      country.value = system.countries.some(([node]) => node === where) ? where : "";
      clear(); filter();
    }
    const part = root.closest(".system");
    part.addEventListener("depmap-only", event => only(event.detail));
    if (part.dataset.limit) only(part.dataset.limit);
    return { arrive };
  }

  const started = new WeakMap();
  depmap.arrive((page, { system, view, subject, layer }) => {
    if (view !== "network") return;
    const root = page.root.querySelector(`#${system} [data-map]`);
    if (!started.has(root)) {
      root.hidden = false;
      started.set(root, start(root, page.systems.find(each => each.anchor === system), page.words));
    }
    if (subject) started.get(root).arrive(subject, layer);
  });
})();
