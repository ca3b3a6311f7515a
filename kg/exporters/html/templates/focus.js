// One entity and its neighbours alone, set out so that every name can be read: neighbours to its left and right, in rows.
const ROW = 26; // px between two names in a column
const ROWS_MOST_IN_COLUMN = 26;
const FOCUS_REACH = 210; // px from the entity to the first column
const COLUMN_APART = 250;

function setFocus(i) {
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
    const near = [...new Set(linesOf[i].filter((l) => visible.line[l]).map((l) => otherEnd(l, i)))];
    state.focus = {
      entity: i,
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

// Half of the neighbours to each side, by where they stood, nearest columns filled with the most connected.
function setOut(i, near) {
  const bySide = [...near].sort((a, b) => entities.x[a] - entities.x[b] || a - b);
  const middle = Math.ceil(bySide.length / 2);
  for (const [side, list] of [
    [-1, bySide.slice(0, middle)],
    [1, bySide.slice(middle)],
  ]) {
    const columns = Math.ceil(list.length / ROWS_MOST_IN_COLUMN);
    const ordered = [...list].sort((a, b) => rankOf[a] - rankOf[b]);
    for (let column = 0; column < columns; column += 1) {
      const part = ordered
        .filter((_, k) => k % columns === column)
        .sort((a, b) => state.focus.home.get(a)[1] - state.focus.home.get(b)[1] || a - b);
      const rise = part.length > 6 ? ROW : 2 * ROW;
      part.forEach((k, row) => {
        const height = row - (part.length - 1) / 2;
        const bend = Math.sqrt(Math.max(0, 1 - (height / Math.max(part.length / 2, 1)) ** 2)); // columns bulge, so that lines fan out
        entities.x[k] = state.focus.home.get(i)[0] + side * (FOCUS_REACH * (0.55 + 0.45 * bend) + column * COLUMN_APART);
        entities.y[k] = state.focus.home.get(i)[1] + height * rise;
      });
    }
  }
}

function toggleFocus() {
  const { chosen, focus } = state;
  if (chosen?.entity !== undefined && chosen.entity !== focus?.entity) setFocus(chosen.entity);
  else if (focus) setFocus(null);
}
