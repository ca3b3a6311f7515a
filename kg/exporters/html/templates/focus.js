// One entity and its neighbours alone, set out so that every name can be read: neighbours to its left and right, in rows.
const ROW = 26; // px between two names in a column
const ROWS_MOST_IN_COLUMN = 26;
const FOCUS_REACH = 210; // px from the entity to the first column
const COLUMN_APART = 250;
const FOCUS_STEPS = 2; // neighbours, then theirs too
const SECOND_MOST = 120; // neighbours of neighbours, the most connected first

// steps: how far from the entity; null for i gives every place back.
function setFocus(i, steps = 1) {
  if (state.moving) setMoving(false);
  const before = state.focus?.before ?? { position: network.getViewPosition(), scale: network.getScale() };
  if (state.focus)
    for (const [other, [x, y]] of state.focus.home) {
      entities.x[other] = x;
      entities.y[other] = y;
    }
  state.focus = null;
  if (i !== null) {
    bringIn(i);
    recount();
    const near = around(i, steps);
    state.focus = {
      entity: i,
      steps,
      before,
      only: new Set([i, ...near]),
      home: new Map([i, ...near].map((k) => [k, [entities.x[k], entities.y[k]]])),
    };
    setOut(i, near);
  }
  redraw(true);
  if (i === null) network.moveTo(before);
  else fitAll();
  showDetails();
  writeAddress();
}

// Neighbours along visible lines; with two steps theirs as well.
function around(i, steps) {
  const beside = (k) => linesOf[k].filter((l) => visible.line[l]).map((l) => otherEnd(l, k));
  const first = [...new Set(beside(i))];
  if (steps < 2) return first;
  const second = [...new Set(first.flatMap(beside))].filter((k) => k !== i && !first.includes(k));
  return [...first, ...second.sort((a, b) => rankOf[a] - rankOf[b]).slice(0, SECOND_MOST)];
}

// Half of the neighbours to each side, by where they stood; the next ones out beyond them, in columns of their own.
function setOut(i, near) {
  const first = new Set(linesOf[i].map((l) => otherEnd(l, i)));
  const bySide = [...near].sort((a, b) => entities.x[a] - entities.x[b] || a - b);
  const middle = Math.ceil(bySide.length / 2);
  for (const [side, list] of [
    [-1, bySide.slice(0, middle)],
    [1, bySide.slice(middle)],
  ]) {
    const inner = columnsOf(list.filter((k) => first.has(k)));
    const outer = columnsOf(list.filter((k) => !first.has(k)));
    [...inner, ...outer].forEach((part, column) => setColumn(i, part, side, column));
  }
}

// Lists of a height that fits, the most connected spread over all of them.
function columnsOf(list) {
  const columns = Math.ceil(list.length / ROWS_MOST_IN_COLUMN);
  const ordered = [...list].sort((a, b) => rankOf[a] - rankOf[b]);
  return range(columns).map((column) => ordered.filter((_, k) => k % columns === column));
}

function setColumn(i, list, side, column) {
  const { home } = state.focus;
  const part = [...list].sort((a, b) => home.get(a)[1] - home.get(b)[1] || a - b);
  const rise = part.length > 6 ? ROW : 2 * ROW;
  part.forEach((k, row) => {
    const height = row - (part.length - 1) / 2;
    const bend = Math.sqrt(Math.max(0, 1 - (height / Math.max(part.length / 2, 1)) ** 2)); // columns bulge, so that lines fan out
    entities.x[k] = home.get(i)[0] + side * (FOCUS_REACH * (0.55 + 0.45 * bend) + column * COLUMN_APART);
    entities.y[k] = home.get(i)[1] + height * rise;
  });
}

// One step, two steps, everything again.
function toggleFocus() {
  const { chosen, focus } = state;
  const next = chosen?.entity !== undefined && chosen.entity !== focus?.entity;
  if (next) setFocus(chosen.entity);
  else if (focus && focus.steps < FOCUS_STEPS && around(focus.entity, 1).length) widen(focus);
  else if (focus) setFocus(null);
}

function widen({ entity, steps }) {
  const home = state.focus.before;
  setFocus(null);
  setFocus(entity, steps + 1);
  state.focus.before = home;
}
