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
  const CERTAIN = 1, POSSIBLE = 2, BOTH = 3;
  const LEAF = 0, ALL = 1, ANY = 2, THRESHOLD = 3;
  const LAYERS = ["structure", "supply", "control", "material"];
  const OF_MATERIALS = ["material", "stage", "share"];
  const SILENT = new Set(["source", "share", "node", "unknown"]);
  const OPEN = Object.freeze({ low: 0, high: null });
  const OF_ASSEMBLY = Object.freeze({ recovery: OPEN, cover: OPEN, standstill: OPEN, missing: ["class", "stock"] });

  const kindOf = id => id.slice(0, Math.max(0, id.indexOf(":")));

  // Runs of [value, count] as one value per node.
  const spread = runs => runs.flatMap(([value, count]) => new Array(count).fill(value));

  // Counts as the places where each run starts; one more than there are counts.
  const starts = counts => {
    const found = new Int32Array(counts.length + 1);
    for (let i = 0; i < counts.length; i++) found[i + 1] = found[i] + counts[i];
    return found;
  };

  // The needs of every node, turned round: the owners of every node, ascending.
  const turned = (offsets, needs) => {
    const size = offsets.length - 1;
    const counts = new Int32Array(size);
    for (const each of needs) counts[each]++;
    const from = starts(counts), cursor = from.slice(), owners = new Int32Array(needs.length);
    for (let owner = 0; owner < size; owner++) {
      for (let i = offsets[owner]; i < offsets[owner + 1]; i++) owners[cursor[needs[i]]++] = owner;
    }
    return { from, owners };
  };

  // The nodes with needs before owners (Kahn), as Python orders them.
  const needsFirst = (offsets, needs) => {
    const { from, owners } = turned(offsets, needs);
    const size = offsets.length - 1, waiting = new Int32Array(size), order = new Int32Array(size);
    let end = 0;
    for (let i = 0; i < size; i++) if (!(waiting[i] = offsets[i + 1] - offsets[i])) order[end++] = i;
    for (let at = 0; at < end; at++) {
      for (let i = from[order[at]]; i < from[order[at] + 1]; i++) if (!--waiting[owners[i]]) order[end++] = owners[i];
    }
    if (end < size) throw new Error("The network has a cycle.");
    return order;
  };

  // The gates with the needs of some layers only, in the order of the data; a node that is needed twice counts once.
  const restricted = (net, layers) => {
    const size = net.gates.length, counts = new Int32Array(size), needs = [], weights = [];
    const thresholds = new Float64Array(size), shapes = new Uint8Array(size), place = new Int32Array(size).fill(-1);
    for (let node = 0, share = 0, weight = 0; node < size; node++) {
      const gate = net.gates[node], first = needs.length;
      for (let i = net.offsets[node]; i < net.offsets[node + 1]; i++) {
        const own = gate === "share" ? net.weights[weight++] : 1, need = net.needs[i];
        if (!layers.has(net.layers[i])) continue;
        if (place[need] < first) {
          place[need] = needs.length;
          needs.push(need);
          weights.push(own);
        } else weights[place[need]] = own;
      }
      const many = (counts[node] = needs.length - first);
      if (gate === "share") thresholds[node] = net.thresholds[share++];
      else thresholds[node] = gate === "all" ? 1 : gate === "any" ? many : many - gate + 1;
      if (many && thresholds[node] < 1) throw new Error("A gate asks for more needs than there are.");
      if (!many) shapes[node] = LEAF;
      else if (gate === "share") shapes[node] = THRESHOLD;
      else shapes[node] = thresholds[node] === 1 ? ALL : thresholds[node] === many ? ANY : THRESHOLD;
    }
    return { offsets: starts(counts), needs, weights, thresholds, shapes };
  };

  // The same as arrays in an order with needs before owners: what is evaluated.
  const compile = (net, layers) => {
    const gates = restricted(net, layers);
    const order = needsFirst(gates.offsets, gates.needs);
    const rank = new Int32Array(order.length);
    order.forEach((node, place) => (rank[node] = place));
    const offsets = starts(Array.from(order, node => gates.offsets[node + 1] - gates.offsets[node]));
    const needs = new Int32Array(gates.needs.length), weights = new Float64Array(gates.needs.length);
    order.forEach((node, place) => {
      for (let from = gates.offsets[node], to = offsets[place]; to < offsets[place + 1]; from++, to++) {
        needs[to] = rank[gates.needs[from]];
        weights[to] = gates.weights[from];
      }
    });
    const shapes = Uint8Array.from(order, node => gates.shapes[node]);
    const thresholds = Float64Array.from(order, node => gates.thresholds[node]);
    return { order, rank, offsets, needs, weights, shapes, thresholds, ...turned(offsets, needs) };
  };

  // One pass: what is lost stays lost, and every node takes what its needs say.
  const settle = ({ offsets, needs, weights, shapes, thresholds }, bits) => {
    for (let node = 0; node < bits.length; node++) {
      const shape = shapes[node];
      if (shape === LEAF) continue;
      const first = offsets[node], end = offsets[node + 1];
      let found = bits[node];
      if (shape === ALL) {
        for (let i = first; i < end; i++) found |= bits[needs[i]];
      } else if (shape === ANY) {
        let every = BOTH;
        for (let i = first; i < end; i++) every &= bits[needs[i]];
        found |= every;
      } else {
        let sure = 0, maybe = 0;
        for (let i = first; i < end; i++) {
          if (bits[needs[i]] & CERTAIN) sure += weights[i];
          if (bits[needs[i]] & POSSIBLE) maybe += weights[i];
        }
        if (sure >= thresholds[node]) found |= CERTAIN;
        if (maybe >= thresholds[node]) found |= POSSIBLE;
      }
      bits[node] = found;
    }
  };

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
