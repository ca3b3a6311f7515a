// What the reader has chosen to see, and what follows from it.
const FIRST_SHOWN = 1500; // more than this is a hairball in any engine
const SHOW_ALL_MOST = 6000;
const LOOSE_SHOWN = 30; // entities that are only mentioned, beyond which they start hidden
const RELATION_NAMES_MOST = 90; // lines that are not only inferred, up to which their names are shown at first
const NEIGHBOURS_BROUGHT = 60;

const loose = everyEntity.filter((i) => !linesOf[i].length && !factsOf[i].length && !entities.wait[i]);
// Relations that are only ever inferred start hidden: they say again what the stated lines say.
const onlyInferred = new Set(everyRelation.filter((r) => !stated(r)).map((r) => relations.w[r]));
for (const r of everyRelation) if (stated(r)) onlyInferred.delete(relations.w[r]);
const state = {
  chosen: null, // {entity: i}, {line: l}, {fact: f} or {path: [i, …]}
  trail: [], // what was chosen before, for the way back
  focus: null, // {entity, only, home, before} while one entity and its neighbours are shown alone
  moving: false, // while forces move the picture
  dragging: false,
  placed: true, // the reader has not moved or zoomed since everything, or what is chosen, was brought into sight
  hover: null, // {entity: i} or {line: l}
  hiddenKinds: new Set(),
  hiddenWords: new Set(onlyInferred),
  hiddenSources: new Set(), // publishers
  hiddenStatuses: new Set(),
  months: [null, null], // first and last month wanted, counted from the year 0; null is open
  least: 0, // confidence in percent
  disputedOnly: false,
  looseShown: loose.length <= LOOSE_SHOWN || loose.length === everyEntity.length,
  shown: new Set(ranked.slice(0, FIRST_SHOWN)),
  dark: window.matchMedia('(prefers-color-scheme: dark)').matches,
  relationNames: lines.s.length > 0 && lines.dash.filter((dash) => !dash).length <= RELATION_NAMES_MOST,
};

const visible = { entity: [], line: [], relation: [] };

// Whatever is chosen is shown, even if its kind is hidden; and with one that waits, the inferred lines to those it belongs to.
function recount() {
  const asked = state.chosen?.entity;
  const open = (i) =>
    state.shown.has(i) && (!state.focus || state.focus.only.has(i)) && (i === asked || !state.hiddenKinds.has(entities.kind[i]));
  const wanted = (r) =>
    !state.hiddenWords.has(relations.w[r]) || (entities.wait[asked] && (relations.s[r] === asked || relations.o[r] === asked));
  visible.relation = everyRelation.map((r) => wanted(r) && passes(relations, r) && open(relations.s[r]) && open(relations.o[r]));
  visible.line = lines.s.map((_, l) => relationsOfLine[l].some((r) => visible.relation[r]));
  const loosePass = state.looseShown && !areFactsFiltered();
  const unlined = (i) => !entities.wait[i] && (factsOf[i].length ? factsOf[i].some((f) => passes(facts, f)) : loosePass);
  visible.entity = everyEntity.map(
    (i) => open(i) && (i === asked || linesOf[i].some((l) => visible.line[l]) || (!linesOf[i].length && unlined(i))),
  );
}

// The entities and lines that a choice or the pointer lights up.
function lit(thing) {
  const found = { entities: new Set(), lines: new Set(), middle: new Set() };
  if (!thing) return found;
  if (thing.entity !== undefined) {
    found.middle.add(thing.entity);
    // Alone with its neighbours' neighbours, all of it is lit.
    const all = state.focus?.entity === thing.entity && state.focus.steps > 1 ? visible.line.keys() : linesOf[thing.entity];
    for (const l of all) if (visible.line[l]) found.lines.add(l);
  } else if (thing.line !== undefined) {
    found.lines.add(thing.line);
  } else if (thing.path) {
    for (const i of thing.path) found.middle.add(i);
    for (const l of pathLines(thing.path)) found.lines.add(l);
  } else {
    for (const i of partiesOf[thing.fact]) if (visible.entity[i]) found.middle.add(i);
    for (const r of relationsOfFact[thing.fact]) if (visible.line[lineOfRelation[r]]) found.lines.add(lineOfRelation[r]);
  }
  for (const i of found.middle) found.entities.add(i);
  for (const l of found.lines) {
    found.entities.add(lines.s[l]);
    found.entities.add(lines.o[l]);
  }
  if (thing.line !== undefined) for (const i of found.entities) found.middle.add(i);
  return found;
}

const pathLines = (path) => path.slice(1).map((i, k) => lineByPair.get(pairKey(path[k], i)));

// The entities on a shortest way along visible lines, ends included; null when there is none.
function shortestPath(from, to) {
  const before = new Map([[from, null]]);
  const waiting = [from];
  for (const i of waiting) {
    if (i === to) break;
    for (const l of linesOf[i]) {
      const next = otherEnd(l, i);
      if (visible.line[l] && !before.has(next)) {
        before.set(next, i);
        waiting.push(next);
      }
    }
  }
  if (!before.has(to)) return null;
  const path = [];
  for (let i = to; i !== null; i = before.get(i)) path.unshift(i);
  return path;
}

// Brings an entity into the picture together with its most connected neighbours; true when anything was added.
function bringIn(i) {
  const before = state.shown.size;
  state.shown.add(i);
  const near = [...new Set(linesOf[i].map((l) => otherEnd(l, i)))].sort((a, b) => rankOf[a] - rankOf[b]);
  for (const other of near.slice(0, NEIGHBOURS_BROUGHT)) state.shown.add(other);
  return state.shown.size > before;
}
