"use strict";
// What stops when something is lost: the evaluation of depmap.network again, exactly, in the page.
//
//   const kernel = whatifKernel(data);              // data: reports/page/whatif/kernel_data.py, one system
//   const answer = kernel.evaluate(["country:CN", "supplier:Acme"], ["supply"]);
//
// evaluate(nodes, layers)   nodes: ids as the page writes them. One that the system lacks may still be an unknown in
//                           it. Of a group, a material's share or "only": whatifWords(...).nodes gives the ids.
//                           layers: of "supply", "control", "material"; several are asked about at once
//   .stops                  "yes", "no" or "cannot decide"
//   .weeks                  {low, high} of the standstill; high null: no bound is known
//   .lowBy                  ids of what certainly stands still for the low end; none when that is 0
//   .unclassed, .known      ids of what keeps the high end open; the longest of the others in weeks, or null
//   .survives               {low, high} weeks until the first stop, or null when nothing is ever missing
//   .certain, .possible     ids of what is missing whatever the unknowns are, and only if they turn out badly:
//                           components, and assemblies by their own makers; empty when the system does not stop
//   .lost(kind, certain)    ids of all nodes of a kind that are lost, certainly (true) or only possibly (false)
//   .state(id)              "certain", "possible" or "" (not lost)
//   .chain(id)              ids of a shortest chain from what is lost, through this node, to the system; or null
// outage(id)                {recovery, cover, standstill: {low, high}, missing: [...]} of a component or assembly
// top, ids(kind), has(id)   the id of the system; those of all nodes of a kind, in order; whether there is such a node
// label(id)                 what people call it: a text, a pair [nl, en], or undefined where the id says it
// written(id)               its true id as TOML writes it, where the page calls it otherwise; null: TOML cannot
// isNamed(id, layers)       whether the system names it in these layers
// means(nodes, layer)       whether losing these means something in a layer; elsewhere a "no" says nothing
//
// Definition, claims and proofs: docs/algorithms.md (kernel, scenarios, standstill, consequences). A node carries two
// bits: lost with every unknown harmless, lost with every unknown lost that may be one of the lost nodes. Needs come
// before owners, so one pass settles everything; ids are in the order of Python's sort, so ties are broken as there.
const whatifKernel = (() => {
  const { CERTAIN, POSSIBLE, BOTH, spread, starts, compile, settle } = whatifGates;
  const LAYERS = ["structure", "supply", "control", "material"];
  const OF_MATERIALS = ["material", "stage", "share"];
  const SILENT = new Set(["source", "share", "node", "unknown"]);
  const OPEN = Object.freeze({ low: 0, high: null });
  const OF_ASSEMBLY = Object.freeze({ recovery: OPEN, cover: OPEN, standstill: OPEN, missing: ["class", "stock"] });

  const kindOf = id => id.slice(0, Math.max(0, id.indexOf(":")));

  // Breadth first: for every place reached the one it was reached from; -1 a start, -2 not reached.
  const searched = (first, { from, to }, allowed) => {
    const found = new Int32Array(from.length - 1).fill(-2);
    const queue = [];
    const reach = (place, before) => {
      if (found[place] === -2 && allowed(place)) {
        found[place] = before;
        queue.push(place);
      }
    };
    for (const place of first) reach(place, -1);
    for (let at = 0; at < queue.length; at++) {
      for (let i = from[queue[at]]; i < from[queue[at] + 1]; i++) reach(to[i], queue[at]);
    }
    return found;
  };

  const longest = highs => (highs.includes(null) ? null : highs.reduce((most, each) => Math.max(most, each), 0));

  // From the shortest cover of what may be missing to the shortest of what certainly is, longer than the cover.
  const survives = (sure, every) => {
    const lows = every.filter(each => each.standstill.high !== 0).map(each => each.cover.low);
    const highs = sure.filter(each => each.standstill.low > 0 && each.cover.high !== null).map(each => each.cover.high);
    const least = some => some.reduce((found, each) => Math.min(found, each), Infinity);
    return { low: lows.length ? least(lows) : 0, high: highs.length ? least(highs) : null };
  };

  return data => {
    const ids = [];
    data.heads.forEach((head, node) => ids.push((ids[node - 1] ?? "").slice(0, head) + data.tails[node]));
    const index = new Map(ids.map((id, node) => [id, node]));
    const kinds = spread(data.kinds);
    const offsets = starts(data.counts), layersOfNeeds = Uint8Array.from(data.layers), gates = spread(data.gates);
    const net = { ...data, offsets, layers: layersOfNeeds, gates };
    const countries = new Set(data.named);
    const sources = kinds.includes("source");

    const times = data.outages.times.map(([rl, rh, cl, ch, sl, sh, missing]) => ({
      recovery: { low: rl, high: rh },
      cover: { low: cl, high: ch },
      standstill: { low: sl, high: sh },
      missing: missing.map(each => data.outages.missing[each]),
    }));
    const outages = new Map();
    kinds.forEach((kind, node) => {
      if (kind === "component") outages.set(node, times[data.outages.of[outages.size]]);
    });
    const outage = node => outages.get(node) ?? OF_ASSEMBLY;

    const compiled = new Map();
    const compiledFor = layers => {
      const key = LAYERS.map(layer => Number(layers.includes(layer))).join("");
      if (!compiled.has(key)) {
        const wanted = new Set([0, ...layers.map(layer => LAYERS.indexOf(layer))]);
        compiled.set(key, compile(net, wanted));
      }
      return compiled.get(key);
    };

    // The unknowns that may turn out to be one of these nodes, or to rest on one.
    const inDoubt = (nodes, layers) => {
      const found = new Set();
      for (const kind of new Set(nodes.map(kindOf))) {
        for (const layer of layers) for (const unknown of data.doubts[kind]?.[layer] ?? []) found.add(unknown);
      }
      for (const id of layers.includes("material") ? nodes : []) {
        const stage = id.slice(id.indexOf(":") + 1, id.lastIndexOf("/"));
        const rest = index.get(`unknown:share/stage:${stage}`);
        if (kindOf(id) === "share" && rest !== undefined) found.add(rest);
      }
      return [...found];
    };

    // What is missing when a node is lost: a component, or the assembly whose own makers the node joins.
    const missing = (c, bits) => {
      const state = new Uint8Array(ids.length);
      kinds.forEach((kind, node) => {
        const place = c.rank[node], bit = bits[place];
        if (!bit) return;
        if (kind === "component") state[node] |= bit;
        if (kind !== "node") return;
        for (let i = c.from[place]; i < c.from[place + 1]; i++) state[c.order[c.owners[i]]] |= bit;
      });
      return state;
    };

    // How long, from when, and where the two ends come from, of what is missing certainly and possibly.
    const standstill = (stops, sure, maybe) => {
      const missed = [...sure, ...maybe], every = missed.map(outage), long = sure.map(outage);
      const highs = every.map(each => each.standstill.high), bounded = highs.filter(each => each !== null);
      const low = long.reduce((most, each) => Math.max(most, each.standstill.low), 0);
      const high = stops !== "no" && !every.length ? null : longest(highs);
      return {
        weeks: { low, high },
        lowBy: sure.filter(node => low > 0 && outage(node).standstill.low === low).map(node => ids[node]),
        unclassed: missed.filter(node => outage(node).standstill.high === null).map(node => ids[node]),
        known: bounded.length ? longest(bounded) : null,
        survives: high === 0 ? null : survives(long, every),
      };
    };

    const evaluate = (nodes, layers) => {
      const c = compiledFor(layers);
      const bits = new Uint8Array(ids.length);
      const known = [...new Set(nodes)].map(id => index.get(id)).filter(node => node !== undefined);
      const doubted = inDoubt(nodes, layers);
      for (const node of doubted) bits[c.rank[node]] |= POSSIBLE;
      for (const node of known) bits[c.rank[node]] |= BOTH;
      settle(c, bits);

      const top = bits[c.rank[data.top]];
      const stops = top & CERTAIN ? "yes" : top & POSSIBLE || !sources ? "cannot decide" : "no";
      const state = stops === "no" ? new Uint8Array(ids.length) : missing(c, bits);
      if (stops !== "no") for (const node of known) if (kinds[node] === "assembly") state[node] = BOTH;
      const sure = [], maybe = [];
      state.forEach((bit, node) => bit && (bit & CERTAIN ? sure : maybe).push(node));

      // Shortest ways up from what is lost, or from what is unknown, and on to the top; searched when first asked for.
      const search = (from, exactly, bit) => {
        const first = from.map(node => c.rank[node]).sort((a, b) => a - b);
        return {
          before: searched(first, { from: c.from, to: c.owners }, place => bits[place] === exactly),
          after: searched([c.rank[data.top]], { from: c.offsets, to: c.needs }, place => (bits[place] & bit) !== 0),
        };
      };
      const ways = {};
      const waysOf = bit => {
        if (bit & CERTAIN) return (ways.sure ??= search(known, BOTH, CERTAIN));
        return (ways.maybe ??= search(doubted, POSSIBLE, POSSIBLE));
      };

      const chain = id => {
        const place = c.rank[index.get(id)];
        if (place === undefined || !bits[place]) return null;
        const { before, after } = waysOf(bits[place]);
        if (before[place] === -2 || after[place] === -2) return null;
        const path = [place];
        for (let at = before[place]; at >= 0; at = before[at]) path.unshift(at);
        for (let at = after[place]; at >= 0; at = after[at]) path.push(at);
        const isTold = (node, i) => i === 0 || i === path.length - 1 || !SILENT.has(kinds[node]);
        return path.map(each => c.order[each]).filter(isTold).map(node => ids[node]);
      };

      return {
        stops,
        ...standstill(stops, sure, maybe),
        certain: sure.map(node => ids[node]),
        possible: maybe.map(node => ids[node]),
        lost: (kind, certain) => {
          const wanted = certain ? BOTH : POSSIBLE;
          return ids.filter((_, node) => kinds[node] === kind && bits[c.rank[node]] === wanted);
        },
        state: id => ["", "certain", "possible", "certain"][bits[c.rank[index.get(id)]] ?? 0],
        chain,
      };
    };

    return Object.freeze({
      evaluate,
      top: ids[data.top],
      has: id => index.has(id),
      ids: kind => ids.filter((_, node) => kinds[node] === kind),
      label: id => data.labels[index.get(id)],
      written: id => data.written[index.get(id)],
      outage: id => outage(index.get(id)),
      // Nearly every country supplies some material: that names it where materials are asked about, and nowhere else.
      isNamed: (id, layers) => {
        const node = index.get(id);
        return node !== undefined && (kinds[node] !== "country" || layers.includes("material") || countries.has(node));
      },
      means: (nodes, layer) => {
        const counts = kind => OF_MATERIALS.includes(kind) === (layer === "material") || kind === "country";
        return !nodes.length || nodes.map(kindOf).some(counts);
      },
    });
  };
})();
