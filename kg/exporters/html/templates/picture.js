// The picture itself: vis-network draws dots and lines at the places computed in Python and reports the pointer.
const container = document.getElementById('net');
const ZOOM_MOST_AT_FIT = 1.5;
const ZOOM_MOST_NEAR = 1.5;
const ZOOM_LEAST_NEAR = 0.9; // but a hub is seen with its neighbours
const ZOOM_ROOM = 24; // px left free above the buttons in the corner

const dots = new vis.DataSet();
const strokes = new vis.DataSet();
const inPicture = { dots: new Map(), strokes: new Map() }; // what vis-network was last told, to tell it only of changes

const network = new vis.Network(container, { nodes: dots, edges: strokes }, data.options);

const dotOf = (i) => ({
  id: i,
  x: entities.x[i],
  y: entities.y[i],
  size: entities.size[i],
  shape: kindOf(i).shape,
  color: colorOf(kindOf(i)),
});
const strokeOf = (l) => ({
  id: l,
  from: lines.s[l],
  to: lines.o[l],
  width: lines.w[l],
  arrows: lines.arrow[l] ? 'to' : '',
  dashes: lines.dash[l] ? [6, 5] : false,
  color: { color: theme.line, opacity: everyEntity.length > FIRST_SHOWN ? 0.35 : 0.62 },
});

// Brings vis-network up to date with what is visible; only the difference is told.
function redraw(everything = false) {
  recount();
  if (everything) {
    dots.clear();
    strokes.clear();
    inPicture.dots.clear();
    inPicture.strokes.clear();
  }
  sync(dots, inPicture.dots, visible.entity, dotOf);
  sync(strokes, inPicture.strokes, visible.line, strokeOf);
  showCounts();
}

function sync(set, known, seen, recordOf) {
  const added = [];
  const removed = [];
  seen.forEach((yes, i) => {
    if (yes && !known.has(i)) {
      added.push(recordOf(i));
      known.set(i, true);
    }
    if (!yes && known.has(i)) {
      removed.push(i);
      known.delete(i);
    }
  });
  if (removed.length) set.remove(removed);
  if (added.length) set.add(added);
}

function fitAll() {
  state.placed = true;
  network.setSize('100%', '100%'); // the picture may just have got a new height
  const seen = everyEntity.filter((i) => visible.entity[i]);
  if (!seen.length) return;
  const covered = coveredWidth();
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const i of seen) {
    left = Math.min(left, entities.x[i]);
    right = Math.max(right, entities.x[i]);
    top = Math.min(top, entities.y[i]);
    bottom = Math.max(bottom, entities.y[i]);
  }
  const [width, height] = [container.clientWidth, container.clientHeight - coveredHeight()];
  const scale = Math.min(
    (width - covered - (state.focus ? 360 : 190)) / Math.max(right - left, 1),
    Math.max(height - 90 - ZOOM_ROOM, 60) / Math.max(bottom - top, 1),
    ZOOM_MOST_AT_FIT,
  );
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, 0.02),
    offset: { x: -covered / 2, y: -(coveredHeight() + ZOOM_ROOM) / 2 },
  });
}

// Moves the picture only when the entity would stand outside it or under the panel; when asked to, so near that what is lit fills it.
function keepInView(i, centre = false) {
  const spot = network.canvasToDOM({ x: entities.x[i], y: entities.y[i] });
  const covered = coveredWidth();
  const [width, height] = [container.clientWidth, container.clientHeight - coveredHeight()];
  const inside = spot.x > 60 && spot.y > 40 && spot.x < width - covered - 60 && spot.y < height - 40;
  if (inside && !centre) return;
  state.placed ||= centre;
  const near = [...lit(state.chosen).entities];
  const reach = (column) => Math.max(1, ...near.map((k) => Math.abs(column[k] - column[i])));
  const room = Math.min(((width - covered) / 2 - 130) / reach(entities.x), (height / 2 - 70) / reach(entities.y), ZOOM_MOST_NEAR);
  const least = near.length > LIT_MANY ? room : ZOOM_LEAST_NEAR;
  const scale = centre ? Math.max(network.getScale(), least, room) : network.getScale();
  network.moveTo({ position: { x: entities.x[i], y: entities.y[i] }, scale, offset: { x: -covered / 2, y: -coveredHeight() / 2 } });
}

function zoomBy(factor) {
  state.placed = false;
  network.moveTo({ scale: network.getScale() * factor });
}

const hint = document.getElementById('hint');

function showHint(thing, pointer) {
  state.hover = thing;
  hint.hidden = !thing;
  container.style.cursor = thing ? 'pointer' : 'default';
  if (thing) {
    hint.replaceChildren(...(thing.entity !== undefined ? entityHint(thing.entity) : lineHint(thing.line)));
    const { clientWidth: width, clientHeight: height } = container;
    hint.style.left = `${Math.max(4, Math.min(pointer.x + 14, width - hint.offsetWidth - 8))}px`;
    hint.style.top = `${Math.max(4, pointer.y + 16 + hint.offsetHeight > height ? pointer.y - hint.offsetHeight - 12 : pointer.y + 16)}px`;
  }
  network.redraw();
}

function entityHint(i) {
  const counts = [plural(factsOf[i].length, 'fact'), plural(entities.art[i].length, 'article')].join(' · ');
  return [foreign(shortened(entities.label[i], 120), 'b'), make('span', {}, `${kindOf(i).label} · ${counts}`)];
}

function lineHint(l) {
  const said = relationsOfLine[l].filter((r) => visible.relation[r]);
  const rows = said.slice(0, 5).flatMap((r) => {
    const ends = [entities.label[relations.s[r]], entities.label[relations.o[r]]].map((name) => shortened(name, 60));
    const detail = relationDetail(r);
    return [make('b', {}, foreign(ends[0]), ` ${relationName[r]} `, foreign(ends[1])), ...(detail ? [make('span', {}, detail)] : [])];
  });
  return said.length > 5 ? [...rows, make('span', {}, `and ${said.length - 5} more`)] : rows;
}

// "4 batteries, $2.5B, December 2017, signed" and, for a line no article says in these words, "inferred".
function relationDetail(r) {
  const f = relations.f[r];
  const said =
    f < 0 ? relations.lit[r].map((w) => valueText(words[w])) : [quantityText(f), ...slotOf(f, 'hasValue').map((v) => valueText(textOf(v)))];
  const hedge = f < 0 ? '' : words[facts.hedge[f]];
  return [...said, dateText(words[relations.d[r]]), spaced(words[relations.st[r]]), hedge, stated(r) ? '' : 'inferred']
    .filter(Boolean)
    .join(', ');
}
