"use strict";
// The picture of the network: vis-network draws marks and lines at places worked out beforehand, and a reader chooses in it.
// Names and facts come from workbooks that nobody here wrote: they reach the page as textContent and canvas text only.
(() => {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const SHAPES = { component: "dot", supplier: "diamond", parent: "square", material: "hexagon", stage: "triangleDown", country: "triangle", unknown: "star", rest: "diamond", more: "square", assembly: "square" };
  const GRADES = ["none", "low", "medium", "high", "critical"];
  const SIZES = [4.5, 5.5, 6.5, 7.5, 9];

  function start(root, system, shared, words) {
    const say = words.network, model = networkScene(shared);
    const stage = root.querySelector("[data-canvas]"), panel = root.querySelector("[data-panel]");
    const told = root.querySelector("[data-count]");
    const { step: STEP, most: MOST } = shared.room; // components opened at once; components that stand alone
    const choice = { view: shared.views[0], by: "assembly", opened: new Map(), closed: new Set(), ...networkRoom(shared), keeps: null, without: new Set(), pulled: new Set() };
    let scene, paths, places, marks, theme = {}, network, nodes, edges, lit = null, chain = {}, selected = null;
    const facts = networkFacts({ model, shared, system, words, now: () => scene });
    const { about, prefix, kindOf, number } = facts;

    // --- drawing ------------------------------------------------------------------------------------------------------
    function groups() {
      const made = {};
      const pair = (background, border) => ({ background, border, highlight: { background, border }, hover: { background, border } });
      for (const grade of GRADES) made["component-" + grade] = { color: pair(colour(grade), colour(grade + "-edge")) };
      for (const kind of ["supplier", "country", "parent", "material", "stage", "unknown", "assembly"]) made[kind] = { color: pair(colour(kind), colour(kind + "-edge")) };
      made.rest = made.unknown;
      made.system = { color: pair(colour("box"), colour("box")) };
      return made;
    }
    const built = new Map(shared.views.map(view => [view, new Map(view.nodes.map(node => [node.id, node]))]));
    // Boxes are drawn with their names, after everything else; here only their place and size matter, for clicks.
    const box = () => ({ drawNode() {}, nodeDimensions: { width: 190, height: 60 } });
    function nodeOf(id) {
      const place = places.at.get(id), kind = kindOf(id), known = built.get(choice.view).get(id);
      const border = choice.view.borders[id] ?? 1;
      const base = known ?? { id, group: kind === "component" || kind === "more" ? "component-" + GRADES[about(id).grade] : kind, shape: SHAPES[kind] ?? "dot", borderWidth: border, ...(border === 2 ? { shapeProperties: { borderDashes: [4, 3] } } : {}) };
      return { ...base, ...place, label: undefined, ...(kind === "system" ? { shape: "custom", ctxRenderer: box } : {}) };
    }
    // The worse the components that a line serves, the more it shows; what place already tells is not drawn as well.
    function styleOf(line) {
      if (chain.lines?.has(line.id)) return { color: { color: theme.chain, opacity: 1 }, width: 3.5, hidden: false };
      const inside = scene.members.has(line.to), structure = inside || paths.isPart(line.to);
      if (lit) return { color: { color: theme.link, opacity: lit.lines.has(line.id) ? 0.75 : 0.05 }, width: lit.lines.has(line.id) ? 1.4 : 1, hidden: !lit.lines.has(line.id) && (inside || thin) };
      if (structure) return { color: { color: theme.link, opacity: 0.6 }, width: 1.5, hidden: inside };
      const worst = Math.max(0, ...[...line.serves].filter(each => !each.startsWith(MORE)).map(each => model.grade(scene.members.get(each)[0])));
      const [shade, opacity] = worst === 4 ? [theme.critical, 0.5] : worst === 3 ? [theme.high, 0.35] : [theme.link, 0.16];
      return { color: { color: shade, opacity }, width: worst === 4 ? 1.4 : 1, hidden: thin && worst < 4 };
    }
    let thin = false; // too many lines to follow any: only those of critical components, and of what is chosen
    function restyle() {
      edges.update(scene.lines.map(line => ({ id: line.id, ...styleOf(line) })));
      nodes.update(marks.map(({ id }) => ({ id, opacity: !lit || lit.found.has(id) ? 1 : 0.12 })));
    }
    function draw(keep) {
      for (const name of ["critical", "high", "chain", "link", "ink", "halo", "band", "column", "box", "assembly"]) theme[name] = colour(name);
      Object.assign(theme, { boxInk: colour("box-ink"), edge: colour("assembly-edge"), font: getComputedStyle(stage).fontFamily });
      const anchor = keep && network && places?.at.has(keep) ? { before: network.canvasToDOM(places.at.get(keep)), scale: network.getScale() } : null;
      scene = model.scene(choice);
      paths = networkReach(scene, shared.top);
      thin = scene.lines.length > 1500;
      const sizeOf = id => SIZES[about(id).grade];
      places = networkPlace({ ...scene, top: shared.top, sizeOf, aspect: Math.min(2, Math.max(1, stage.clientWidth / (stage.clientHeight || 1))) });
      marks = [...places.at].map(([id, place]) => { const { label, word, grade } = about(id), kind = kindOf(id); return { id, ...place, kind, grade, label: kind === "unknown" ? word : label }; });
      lit = null; chain = {};
      network?.destroy();
      nodes = new vis.DataSet(marks.map(mark => nodeOf(mark.id)));
      edges = new vis.DataSet(scene.lines.map(line => ({ id: line.id, from: line.from, to: line.to, ...styleOf(line) })));
      network = new vis.Network(stage, { nodes, edges }, {
        autoResize: true, groups: groups(), physics: false, layout: { improvedLayout: false },
        interaction: { hover: true, dragNodes: false, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: false },
        nodes: { chosen: false },
        edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } },
      });
      const canvas = stage.querySelector("canvas"), label = facts.fill(words.map_label, { name: about(shared.top).label, nodes: number(marks.length), lines: number(scene.lines.length) });
      canvas.setAttribute("role", "img");
      for (const each of [canvas, stage]) each.setAttribute("aria-label", label);
      const written = networkNames(network, stage, () => ({ marks, places, lit, chain, selected, theme, titles: kind => say[kind === "component" && choice.by !== "assembly" ? choice.by + "_group" : kind] }));
      network.on("beforeDrawing", written.ground);
      network.on("afterDrawing", written.names);
      network.on("resize", begin);
      network.on("click", event => (event.nodes.length ? press(event.nodes[0]) : clear()));
      networkTip(network, stage, canvas, facts.tip);
      anchor && places.at.has(keep) ? hold(keep, anchor) : begin();
      count();
    }
    // --- moving -------------------------------------------------------------------------------------------------------
    function fit() {
      if (!stage.clientWidth || !stage.clientHeight) return; // hidden: another system has its turn
      const xs = places.columns.flatMap(column => [column[1], column[2]]), ys = marks.map(mark => mark.y);
      const [left, right] = [Math.min(...xs) - 10, Math.max(...xs) + 20], [top, bottom] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
      const scale = Math.min(stage.clientWidth / (right - left), (stage.clientHeight - 34) / (bottom - top));
      network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 - 13 / scale }, animation: false });
    }
    // On a telephone the whole would be too small to read: it begins with the first components, and moves from there.
    function begin() {
      if (stage.clientWidth >= 640 || !stage.clientHeight) return fit();
      const scale = 0.6, [left, top] = [places.columns[1]?.[1] ?? 0, places.bands[0]?.[1] ?? 0];
      network.moveTo({ scale, position: { x: left + stage.clientWidth / 2 / scale, y: top + (stage.clientHeight / 2 - 34) / scale }, animation: false });
    }
    // What was opened or closed stays where it was on the screen.
    function hold(id, { before, scale }) {
      const at = places.at.get(id);
      network.moveTo({ scale, animation: false, position: { x: at.x - (before.x - stage.clientWidth / 2) / scale, y: at.y - (before.y - stage.clientHeight / 2) / scale } });
    }
    function zoom(factor) { network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: false }); }
    function pan(x, y) {
      const at = network.getViewPosition(), scale = network.getScale();
      network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale }, animation: false });
    }

    // --- groups -------------------------------------------------------------------------------------------------------
    function headOf(id) {
      if (prefix(id) === "more") return id.slice(MORE.length);
      return model.number(id) === undefined ? id : model.groupOf(model.number(id), choice.by);
    }
    const blockOf = id => scene.blocks.find(block => block.head === headOf(id));
    function press(id) {
      if (prefix(id) === "more") open(id);
      else if (prefix(id) === "rest") { choice.wide += networkRoom(shared).wide; draw(); } else select(id);
    }
    function open(id) {
      const head = headOf(id), block = blockOf(id);
      if (head === "*") { choice.room += networkRoom(shared).room; draw(); return; }
      const room = Math.min(STEP, MOST - scene.alone);
      if (room <= 0) { told.textContent = facts.fill(say.full, { most: number(MOST) }); return; }
      choice.opened.set(head, (block?.shown.length ?? 0) + room);
      choice.closed.delete(head);
      clear(); draw(places.at.has(head) ? head : undefined);
    }
    function close(id) {
      const head = headOf(id);
      choice.opened.delete(head); choice.closed.add(head);
      clear(); draw(places.at.has(head) ? head : undefined);
    }
    function count() {
      told.textContent = facts.counted(scene, marks.length, choice.without);
      facts.list(root.querySelector("[data-groups]"), scene);
    }

    // --- choosing -----------------------------------------------------------------------------------------------------
    // A node that is in a group, filtered out or one of too many is brought into the picture first.
    function bring(node) {
      const at = model.number(node), assembly = model.isAssembly(node);
      if (places.at.has(node)) return true;
      if (at === undefined && !assembly && !choice.view.names.includes(node)) return false;
      if (assembly) { if (choice.by !== "assembly") show(choice.view, "assembly"); choice.opened.set(node, 0); } else choice.pulled.add(node);
      if (choice.without.size) { choice.without.clear(); kinds(); }
      draw();
      if (!places.at.has(node)) { find.reset(); draw(); }
      if (!places.at.has(node) && at === undefined && choice.by !== "assembly") draw();
      return places.at.has(node);
    }
    function select(node) {
      const fresh = !places.at.has(node);
      if (!bring(node)) return false;
      selected = node;
      lit = paths.reach(node);
      const names = about(node).chains[choice.view.layer] ?? (paths.isPart(node) ? paths.upwards(node) : []);
      const path = paths.drawn(names);
      chain = { names: path, lines: paths.along(path) };
      restyle();
      if (fresh && network.getScale() < 0.4) network.moveTo({ position: places.at.get(node), scale: 0.6, animation: false });
      facts.tell(panel, node, names, blockOf(node));
      depmap.note(system.anchor + "-map", node);
      return true;
    }
    function clear() {
      if (selected) depmap.note(system.anchor + "-map");
      selected = null; lit = null; chain = {};
      restyle();
      panel.querySelector("[data-start]").hidden = false;
      panel.querySelector("[data-facts]").hidden = true;
    }
    function show(view, by = choice.by) {
      Object.assign(choice, { view, by, pulled: new Set() });
      choice.opened.clear(); choice.closed.clear();
      for (const button of root.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(shared.views[Number(button.dataset.view)] === view));
      for (const list of root.querySelectorAll("[data-heaviest]")) list.hidden = list.dataset.heaviest !== view.layer;
      for (const button of root.querySelectorAll("[data-kind]")) button.closest("li").hidden = !view.names.some(name => kindOf(name) === button.dataset.kind);
      root.querySelector("[data-note]").hidden = view.layer !== "material";
      root.querySelector("[data-by]").value = by;
      root.querySelector('[data-act="open"]').hidden = model.count > MOST;
      draw();
    }
    function kinds() {
      for (const button of root.querySelectorAll("[data-kind]")) button.setAttribute("aria-pressed", String(!choice.without.has(button.dataset.kind)));
    }
    function again() { const was = selected; clear(); draw(); if (was && places.at.has(was)) select(was); }

    const find = networkFind(root, { model, shared, choice, about, select, again, told, words });
    const acts = {
      in: () => zoom(1.35), out: () => zoom(1 / 1.35), fit, clear, left: () => pan(-120, 0), right: () => pan(120, 0), up: () => pan(0, -120), down: () => pan(0, 120),
      shut: () => { choice.opened.clear(); choice.pulled.clear(); model.heads(choice.by).forEach(head => choice.closed.add(head)); again(); },
      open: () => { choice.closed.clear(); model.heads(choice.by).forEach(head => choice.opened.set(head, Infinity)); again(); },
      reset: () => { find.reset(); choice.without.clear(); Object.assign(choice, networkRoom(shared)); kinds(); clear(); show(choice.view); },
    };
    root.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (!button) return;
      const { act, node, view, kind, toggle, open: opening, shut } = button.dataset;
      if (act) acts[act]();
      if (node) arrive(node, choice.view.layer);
      if (opening) open(opening);
      if (shut) close(shut);
      if (toggle) { blockOf(toggle)?.hidden.length === 0 ? close(toggle) : open(toggle); root.querySelector(`[data-toggle="${CSS.escape(toggle)}"]`)?.focus(); }
      if (kind) { choice.without.has(kind) ? choice.without.delete(kind) : choice.without.add(kind); kinds(); again(); }
      if (view) { const was = selected; clear(); show(shared.views[Number(view)]); if (was) select(was); }
    });
    root.querySelector("[data-by]").addEventListener("change", event => { const was = selected; clear(); show(choice.view, event.target.value); if (was) select(was); });
    const keys = { ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60), "+": acts.in, "=": acts.in, "-": acts.out, 0: fit, Escape: clear };
    stage.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault(); keys[event.key]();
    });
    // The wheel scrolls the page; only with Ctrl, or once the picture has the focus, does it zoom.
    stage.addEventListener("wheel", event => { if (!event.ctrlKey && !stage.matches(":focus-within")) event.stopPropagation(); }, { capture: true });
    networkTouch(stage, () => network);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    show(shared.views[0]);
    // Where an address leads: to a node, in the layer that it names or in the first one that has it.
    function arrive(node, layer) {
      const holds = view => model.number(node) !== undefined || model.isAssembly(node) || view.names.includes(node) || (view === choice.view && places.at.has(node));
      const named = shared.views.find(view => view.layer === layer);
      const wanted = [named, choice.view, ...shared.views].find(view => view && holds(view));
      if (!wanted) { told.textContent = words.no_match; return; }
      if (wanted !== choice.view) { clear(); show(wanted); }
      if (node !== selected) select(node);
    }
    // What is chosen on the map of the world limits this picture as well.
    const part = root.closest(".system");
    part.addEventListener("depmap-only", event => { clear(); find.only(event.detail); });
    if (part.dataset.limit) find.only(part.dataset.limit);
    return { arrive };
  }

  // vis-network is large and this view alone needs it: it is packed with the data, and the policy of the page allows it by
  // its hash, as it does every other script.
  function unpackDrawing() {
    if (!window.vis) document.head.append(Object.assign(document.createElement("script"), { textContent: depmap.shared.drawing }));
  }

  // A row that a long list leaves out: the picture has every component.
  function beyond(page, system, anchor, subject) {
    const rows = [...page.root.querySelectorAll(`#${CSS.escape(anchor)} [data-row]`)].map(row => row.dataset.row);
    const at = page.systems.findIndex(each => each.anchor === system);
    if (rows.length && !rows.includes(subject) && depmap.shared.network[at].components.ids.includes(subject)) location.replace(`#${system}-map=${encodeURIComponent(subject)}`);
  }

  const started = new WeakMap();
  depmap.arrive((page, { system, view, anchor, subject, layer }) => {
    if (view === "components" && subject) beyond(page, system, anchor, subject);
    if (view !== "network") return;
    const root = page.root.querySelector(`#${system} [data-map]`);
    if (!started.has(root)) {
      unpackDrawing();
      root.hidden = false;
      const at = page.systems.findIndex(each => each.anchor === system);
      started.set(root, start(root, page.systems[at], depmap.shared.network[at], page.words));
    }
    if (subject) started.get(root).arrive(subject, layer);
  });
})();
