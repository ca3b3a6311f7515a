// Where names stand. They are painted in screen pixels, so that they stay readable at any zoom, and never overlap.
const NAMES_MOST = 150;
const NAMES_MOST_CHOSEN = 200;
const NAME_LENGTH = 28;
const HUBS_MOST = 20;
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const FONTS = { plain: `12px ${FAMILY}`, hub: `600 14px ${FAMILY}`, chosen: `600 15px ${FAMILY}`, relation: `italic 11px ${FAMILY}` };
const HEIGHTS = { plain: 15, hub: 18, chosen: 19, relation: 14 };
const hubLeast = Math.max(5, connections[ranked[Math.min(Math.floor(ranked.length * 0.04), HUBS_MOST)]] ?? 5);
const isHub = (i) => connections[i] >= hubLeast;

const CELL = 64;

// Boxes on the page, found by the cells they touch.
class Taken {
  constructor() {
    this.cells = new Map();
  }

  *cellsOf([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 65536 + y;
    }
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  hits(box) {
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (
          other[0] < box[2] &&
          box[0] < other[2] &&
          other[1] < box[3] &&
          box[1] < other[3] &&
          (box.owner === undefined || other.owner !== box.owner)
        )
          return true;
      }
    }
    return false;
  }
}

const widths = new Map();
function widthOf(ctx, text, style) {
  const key = style + text;
  if (!widths.has(key)) {
    ctx.font = FONTS[style];
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

// How many lines leave an entity to each side, in the order right, below, above, left.
function busySides(i, spots) {
  const middle = state.focus?.entity;
  if (middle !== undefined && middle !== i) return entities.x[i] < entities.x[middle] ? [1, 1, 1, 0] : [0, 1, 1, 1]; // outwards
  const busy = [0, 0, 0, 0];
  for (const l of linesOf[i]) {
    const to = visible.line[l] ? spots[otherEnd(l, i)] : null;
    if (!to) continue;
    const [dx, dy] = [to.x - spots[i].x, to.y - spots[i].y];
    const far = Math.hypot(dx, dy) / 2;
    if (Math.abs(dx) > far) busy[dx > 0 ? 0 : 3] += 1;
    if (Math.abs(dy) > far) busy[dy > 0 ? 1 : 2] += 1;
  }
  return busy;
}

// One name beside its dot: right, below, above, left, sides without lines first; null when there is no room.
function nameBox(ctx, spot, busy, text, style, page, names, dots) {
  const width = widthOf(ctx, text, style);
  const height = HEIGHTS[style];
  const gap = spot.size + (style === 'chosen' ? 9 : 4); // the chosen wear a ring
  const corners = [
    [spot.x + gap, spot.y - height / 2],
    [spot.x - width / 2, spot.y + gap - 1],
    [spot.x - width / 2, spot.y - gap - height + 1],
    [spot.x - gap - width, spot.y - height / 2],
  ];
  const sides = [0, 1, 2, 3].sort((a, b) => Math.min(busy[a], 1) - Math.min(busy[b], 1) || a - b);
  for (const [x, y] of sides.map((side) => corners[side])) {
    const box = [x - 2, y, x + width + 2, y + height];
    box.owner = spot.owner;
    const inside = box[0] >= 2 && box[1] >= 2 && box[2] <= page.width - 2 && box[3] <= page.height - 2;
    if (inside && !names.hits(box) && !dots?.hits(box)) return Object.assign(box, { text, style, x, y: y + height / 2 });
  }
  return null;
}

// The buttons in the corner, under which a name could not be read.
function zoomBox() {
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = document.querySelector('.zoom');
  return [left, top, left + width, top + height];
}

// Boxes of the names to paint. order: entities, most important first; forced: those whose names may cover dots.
function placeNames(ctx, order, spots, page, most, styleOf, forced) {
  const names = new Taken();
  const dots = new Taken();
  const placed = [];
  names.add(zoomBox());
  for (const i of order) {
    const { x, y, size } = spots[i];
    dots.add(Object.assign([x - size, y - size, x + size, y + size], { owner: i }));
  }
  for (const i of order) {
    if (placed.length >= most) break;
    const style = styleOf(i);
    const text = shortened(entities.label[i], style === 'chosen' ? 2 * NAME_LENGTH : NAME_LENGTH);
    const asked = [ctx, spots[i], busySides(i, spots), text, style, page, names];
    const box = nameBox(...asked, dots) ?? (forced(i) ? nameBox(...asked, null) : null);
    if (box) {
      names.add(box);
      placed.push(Object.assign(box, { entity: i }));
    }
  }
  return { placed, names };
}

// Where along a line its name may stand, and how far from it: [share of the way, px down, side of a steep line].
const PLACES = [[0.5, 0, 0], [0.6, 0, 0], [0.4, 0, 0], [0.5, -9, 0], [0.5, 9, 0], [0.5, -14, 0], [0.5, 14, 0], [0.7, 0, 0], [0.3, 0, 0]];
const BESIDE = [0.5, 0.62, 0.38].flatMap((share) => [[share, 0, -1], [share, 0, 1]]);
const BESIDE_LEAST = 60; // px; beside a shorter line it would seem to be that of another

// The name of a line: its commonest relations.
function relationBox(ctx, l, a, b, page, names) {
  const found = new Map();
  const asked = state.chosen?.fact;
  const about = (r) => visible.relation[r] && (asked === undefined || relations.f[r] === asked);
  for (const r of relationsOfLine[l]) if (about(r)) found.set(lineName[r], (found.get(lineName[r]) ?? 0) + 1);
  const common = [...found].sort((p, q) => q[1] - p[1]).map(([name]) => shortened(name, NAME_LENGTH));
  const text = common.slice(0, 2).join(' · ') + (common.length > 2 ? ` +${common.length - 2}` : '');
  const width = widthOf(ctx, text, 'relation');
  const length = Math.hypot(a.x - b.x, a.y - b.y);
  if (!text || length < 34) return null;
  const steep = length > BESIDE_LEAST && Math.abs(b.y - a.y) > 0.6 * Math.abs(b.x - a.x);
  for (const [share, lift, side] of steep ? [...PLACES, ...BESIDE] : PLACES) {
    const x = a.x + (b.x - a.x) * share - width / 2 + side * (width / 2 + 7);
    const y = a.y + (b.y - a.y) * share + lift;
    const box = [x - 2, y - 7, x + width + 2, y + 7];
    const inside = box[0] >= 2 && box[1] >= 2 && box[2] <= page.width - 2 && box[3] <= page.height - 2;
    if (inside && !names.hits(box)) {
      names.add(box);
      return Object.assign(box, { text, style: 'relation', x, y });
    }
  }
  return null;
}
