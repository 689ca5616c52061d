"use strict";
// The gates of a network as arrays, and the one pass that settles what is lost: what whatif-kernel.js evaluates.
//
// A node carries two bits, CERTAIN and POSSIBLE: lost with every unknown harmless, lost with every unknown lost that may be
// one of the lost nodes. Needs come before owners, so one pass settles everything.
const whatifGates = (() => {
  const CERTAIN = 1, POSSIBLE = 2, BOTH = 3;
  const LEAF = 0, ALL = 1, ANY = 2, THRESHOLD = 3;

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

  return { CERTAIN, POSSIBLE, BOTH, spread, starts, compile, settle };
})();
