"use strict";
// What the network shows: which components stand alone and which in a closed group, and the lines between what is shown.
//
// A choice is { view, by, opened, closed, room, wide, keeps, without, pulled }: the layer; "assembly", "supplier" or "country"; the
// groups that are opened, with how much of them shows, and those that are wholly closed (others show what stands alone at
// first); how many groups and how many of one kind there is room for; which components are wanted and which kinds are not;
// what must be shown anyhow. What is wanted stands alone when all of it fits.
// The lines know what they serve: a chain from a country to a component passes only through its own maker.
const MORE = "more:"; // before the head of a group: what it does not show

// How many groups, and how many names of one kind, are drawn at first.
const networkRoom = ({ room }) => ({ room: room.groups, wide: room.kind });

const networkScene = shared => {
  const { components, groups, top } = shared;
  const count = components.ids.length;
  const numbers = new Map(components.ids.map((id, number) => [id, number]));
  const grade = number => Number(components.grades[number]);
  const heads = {}; // arrangement -> the group of each component
  for (const [by, found] of Object.entries(groups)) {
    heads[by] = new Int32Array(count).fill(-1);
    found.forEach(([, , inside], at) => inside.forEach(number => { heads[by][number] = at; }));
  }
  const headOf = (by, at) => (by === "assembly" ? groups[by][at][0] : "in:" + groups[by][at][0]);
  const groupOf = (number, by) => (heads[by][number] < 0 ? null : headOf(by, heads[by][number]));

  // What hangs on a component, in the layer of a view; what hangs below it is the same for everyone.
  const below = new Map();
  function lower(view) {
    if (!below.has(view)) {
      const found = new Map();
      for (const [owner, name] of view.below) found.set(owner, [...(found.get(owner) ?? []), name]);
      below.set(view, found);
    }
    return below.get(view);
  }
  function walk(view, pattern, tell) {
    const further = lower(view), seen = new Set();
    const down = owner => {
      if (seen.has(owner)) return;
      seen.add(owner);
      for (const name of further.get(owner) ?? []) { tell(owner, name); down(name); }
    };
    for (const [owner, name] of view.patterns[pattern]) { tell(owner, name); down(name); }
  }
  const reached = new Map();
  function parties(view, pattern) {
    if (!reached.has(view)) reached.set(view, []);
    return (reached.get(view)[pattern] ??= (() => {
      const found = new Set();
      walk(view, pattern, (owner, name) => found.add(view.names[name]));
      return found;
    })());
  }
  // The countries and all others that a component hangs on.
  const hangsOn = (number, view) => parties(view, view.of[number]);

  // The groups in their order, with what each shows; those beyond the room are told together, the least pressing first.
  function blocksOf({ by, opened, closed, room, keeps, pulled }) {
    const blocks = groups[by].map(([, parent, inside], at) => ({ at, head: headOf(by, at), parent, kept: keeps ? inside.filter(keeps) : inside, shown: [], hidden: [] }));
    const full = blocks.filter(block => block.kept.length);
    const fits = keeps && full.reduce((sum, block) => sum + block.kept.length + 1, 0) <= shared.room.fits;
    for (const { head, kept, shown, hidden } of full) {
      const first = opened.get(head) ?? 0, few = !closed.has(head);
      kept.forEach((number, place) => (place < first || pulled.has(components.ids[number]) || (few && (fits || components.alone[number] === "1")) ? shown : hidden).push(number));
    }
    const order = pressing(full, opened, pulled), drawn = fits ? order.length : room;
    const wanted = new Set();
    const want = block => { for (let each = block; each && !wanted.has(each.at); each = blocks[each.parent]) wanted.add(each.at); };
    order.slice(0, drawn).forEach(want);
    blocks.filter(block => opened.has(block.head)).forEach(want);
    const found = blocks.filter(block => wanted.has(block.at)), beyond = order.filter(block => !wanted.has(block.at));
    for (const block of found) {
      block.depth = 0;
      for (let each = block; each; each = blocks[each.parent]) block.depth += each.head === top ? 0 : 1;
      block.owner = blocks[block.parent]?.head ?? top;
    }
    if (beyond.length) found.push({ at: -1, head: "*", depth: 1, kept: [], shown: [], hidden: beyond.flatMap(block => block.kept), beyond });
    return found;
  }
  // What was asked for first; then what shows most, what holds most critical components, what is largest; else as they stand.
  function pressing(full, opened, pulled) {
    const weights = new Map(full.map(block => [block, [
      opened.has(block.head) || block.shown.some(number => pulled.has(components.ids[number])) ? 1 : 0,
      block.shown.length, block.kept.filter(number => grade(number) === 4).length, block.kept.length,
    ]]));
    const by = (a, b, at = 0) => (at > 3 ? a.at - b.at : weights.get(b)[at] - weights.get(a)[at] || by(a, b, at + 1));
    return [...full].sort((a, b) => by(a, b));
  }

  // What is shown: blocks with the ids of what stands alone, whom each mark stands for, lines, columns with what they hold,
  // and how many components are hidden in how many groups and stand alone.
  function scene(choice) {
    const blocks = blocksOf(choice), members = new Map(), stands = new Array(count).fill(null);
    for (const block of blocks) {
      for (const number of block.shown) { stands[number] = components.ids[number]; members.set(stands[number], [number]); }
      for (const number of block.hidden) stands[number] = MORE + block.head;
      if (block.hidden.length) members.set(MORE + block.head, block.hidden);
    }
    const lines = linesOf(choice.view, stands, blocks, choice.by);
    const { columns, rests } = limit(lines, members, choice);
    const into = new Map(rests.flatMap(([rest, names]) => names.map(name => [name, rest])));
    const closed = blocks.filter(block => block.hidden.length);
    return {
      members, columns, rests: new Map(rests),
      blocks: blocks.map(block => ({ ...block, shown: block.shown.map(number => components.ids[number]) })),
      lines: [...lines.values()].map((line, id) => ({ ...line, id })),
      stand: id => (numbers.has(id) ? stands[numbers.get(id)] : into.get(id) ?? id),
      alone: blocks.reduce((sum, block) => sum + block.shown.length, 0),
      hidden: closed.reduce((sum, block) => sum + block.hidden.length, 0),
      closed: closed.reduce((sum, block) => sum + (block.beyond?.length ?? 1), 0),
    };
  }

  function linesOf(view, stands, blocks, by) {
    const lines = new Map();
    const add = (from, to, serves) => {
      const key = from + "\n" + to;
      if (!lines.has(key)) lines.set(key, { from, to, serves: new Set() });
      if (serves) lines.get(key).serves.add(serves);
    };
    for (const block of blocks) {
      const head = block.head === "*" ? top : block.head;
      if (head !== top) add(block.owner ?? top, head);
      for (const number of block.shown) add(head, components.ids[number], components.ids[number]);
      if (block.hidden.length) add(head, MORE + block.head, MORE + block.head);
    }
    const has = new Set(blocks.map(block => block.head));
    if (by === "assembly") {
      for (const { from, to } of view.edges) if (has.has(from) && stands[numbers.get(to)] === to) add(from, to, to); // other assemblies that need it
    }
    const done = new Set();
    stands.forEach((stand, number) => {
      if (!stand) return;
      const key = stand + "\n" + view.of[number];
      if (done.has(key)) return;
      done.add(key);
      walk(view, view.of[number], (from, to) => add(from < 0 ? stand : view.names[from], view.names[to], stand));
    });
    return lines;
  }

  // The columns at the right, by kind. Of a kind with too many only what stands alone hangs on has a place of its own, as
  // far as there is room, and what was asked for; the rest is one mark.
  function limit(lines, members, { wide, pulled, without }) {
    const weights = new Map();
    const parts = new Set([...members.keys()]);
    for (const { from, to, serves } of lines.values()) {
      for (const name of [from, to]) {
        if (parts.has(name) || /^(system|assembly|in):/.test(name)) continue;
        if (!weights.has(name)) weights.set(name, new Set());
        for (const each of serves) weights.get(name).add(each);
      }
    }
    const columns = new Map();
    for (const name of weights.keys()) {
      const column = columnOf(name);
      if (!columns.has(column)) columns.set(column, []);
      columns.get(column).push(name);
    }
    const alone = name => [...weights.get(name)].filter(each => !each.startsWith(MORE)).length;
    const all = name => [...weights.get(name)].reduce((sum, each) => sum + members.get(each).length, 0);
    const into = new Map(), rests = [];
    for (const [column, found] of columns) {
      if (found.length <= wide) continue;
      const score = new Map(found.map(name => [name, (pulled.has(name) ? 1e9 : 0) + alone(name) * 1e4 + Math.min(all(name), 9999)]));
      const order = [...found].sort((a, b) => score.get(b) - score.get(a) || (a < b ? -1 : 1));
      const rest = "rest:" + column;
      rests.push([rest, order.slice(wide)]);
      order.slice(wide).forEach(name => into.set(name, rest));
      columns.set(column, [...order.slice(0, wide), rest]);
    }
    if (into.size) merge(lines, into);
    for (const [column, found] of columns) {
      const gone = found.filter(name => without.has(name.startsWith("unknown:") ? "unknown" : column));
      drop(lines, gone);
      columns.set(column, found.filter(name => !gone.includes(name)));
    }
    return { columns: ["supplier", "parent", "material", "stage", "country"].filter(kind => columns.get(kind)?.length).map(kind => [kind, columns.get(kind)]), rests };
  }
  function merge(lines, into) {
    for (const [key, line] of [...lines]) {
      const from = into.get(line.from) ?? line.from, to = into.get(line.to) ?? line.to;
      if (from === line.from && to === line.to) continue;
      lines.delete(key);
      const joined = from + "\n" + to, known = lines.get(joined);
      if (known) line.serves.forEach(each => known.serves.add(each));
      else lines.set(joined, { from, to, serves: line.serves });
    }
  }
  // A kind that is not wanted: what hung on it hangs on what it hung on itself, as far as both serve the same.
  function drop(lines, gone) {
    for (const name of gone) {
      const ends = [...lines.values()], above = ends.filter(line => line.to === name), under = ends.filter(line => line.from === name);
      for (const one of above) for (const other of under) {
        const serves = [...one.serves].filter(each => other.serves.has(each)), key = one.from + "\n" + other.to;
        if (!serves.length) continue;
        if (!lines.has(key)) lines.set(key, { from: one.from, to: other.to, serves: new Set() });
        serves.forEach(each => lines.get(key).serves.add(each));
      }
      for (const line of [...above, ...under]) lines.delete(line.from + "\n" + line.to);
    }
  }

  const columnOf = name => {
    const at = name.indexOf(":"), kind = name.slice(0, at), rest = name.slice(at + 1);
    if (kind !== "unknown") return kind;
    return { manufacturer: "supplier", parent: "parent", stage: "stage" }[rest] ?? "country";
  };
  // How many of these have each grade, the least first.
  function byGrade(those) {
    const found = [0, 0, 0, 0, 0];
    for (const number of those) found[grade(number)]++;
    return found;
  }
  const assemblies = new Set(groups.assembly.map(([head]) => head));
  return { scene, groupOf, hangsOn, number: id => numbers.get(id), isAssembly: id => assemblies.has(id), grade, byGrade, count, heads: by => groups[by].map((group, at) => headOf(by, at)) };
};
