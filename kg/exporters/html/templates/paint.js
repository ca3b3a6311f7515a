// What is painted over vis-network's picture after each of its drawings: the veil, what is lit, and all names.
const theme = {};
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['page', 'text', 'soft', 'line', 'accent']) theme[name] = style.getPropertyValue(`--${name}`).trim();
}

// The details lie over the right of the picture; names under them would be read by nobody.
const PANEL = 372;
const coveredWidth = () => (document.getElementById('details').hidden || window.innerWidth <= 900 ? 0 : PANEL);
// On a narrow page they lie over its lower part.
function coveredHeight() {
  const details = document.getElementById('details');
  if (details.hidden || window.innerWidth > 900) return 0;
  return Math.max(0, container.getBoundingClientRect().bottom - details.getBoundingClientRect().top);
}

const LIT_MANY = 80;
const NAMES_WHILE_DRAGGING = 2500; // above so many dots names would make dragging jerk
const painted = { names: [], relations: [] }; // boxes of the last picture, for tests

function paint(ctx) {
  const { a: scale, e: left, f: top } = ctx.getTransform();
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  const page = { width: ctx.canvas.clientWidth - coveredWidth(), height: ctx.canvas.clientHeight - coveredHeight() };
  const spots = everyEntity.map((i) =>
    visible.entity[i]
      ? {
          x: (scale * entities.x[i] + left) / ratio,
          y: (scale * entities.y[i] + top) / ratio,
          size: (scale * entities.size[i]) / ratio,
          owner: i,
        }
      : null,
  );
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const chosen = lit(state.chosen);
  const hover = lit(state.hover);
  if (state.chosen) {
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = theme.page;
    ctx.fillRect(0, 0, ctx.canvas.clientWidth, ctx.canvas.clientHeight);
    ctx.globalAlpha = 1;
  }
  paintLit(ctx, spots, chosen, hover);
  if (!state.dragging || inPicture.dots.size <= NAMES_WHILE_DRAGGING) paintNames(ctx, spots, page, chosen, hover);
  ctx.restore();
}

function paintLit(ctx, spots, chosen, hover) {
  const bright = new Set([...chosen.lines, ...hover.lines]);
  ctx.globalAlpha = bright.size > LIT_MANY ? 0.25 : 1; // the rays of a hub would be one dark disc
  for (const l of bright)
    if (spots[lines.s[l]] && spots[lines.o[l]]) paintLine(ctx, l, spots[lines.s[l]], spots[lines.o[l]], hover.lines.has(l));
  ctx.globalAlpha = 1;
  for (const i of new Set([...chosen.entities, ...hover.entities])) {
    if (!spots[i]) continue;
    spots[i].size = Math.max(spots[i].size, 4); // far out, a dot would be a speck
    const ringed = chosen.middle.has(i) || hover.middle.has(i);
    trace(ctx, kindOf(i).shape, spots[i].x, spots[i].y, spots[i].size);
    ctx.fillStyle = colorOf(kindOf(i));
    ctx.fill();
    if (ringed) {
      trace(ctx, kindOf(i).shape, spots[i].x, spots[i].y, spots[i].size + 3.5);
      ctx.lineWidth = 2;
      ctx.strokeStyle = theme.text;
      ctx.stroke();
    }
  }
}

function paintLine(ctx, l, a, b, strong) {
  ctx.strokeStyle = strong ? theme.accent : theme.soft;
  ctx.lineWidth = Math.max(1.2, Math.min(4, lines.w[l]));
  ctx.setLineDash(lines.dash[l] ? [5, 4] : []);
  ctx.beginPath();
  ctx.moveTo(a.x, a.y);
  ctx.lineTo(b.x, b.y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!lines.arrow[l]) return;
  const turn = Math.atan2(b.y - a.y, b.x - a.x);
  const tip = [b.x - Math.cos(turn) * (b.size + 2), b.y - Math.sin(turn) * (b.size + 2)];
  ctx.fillStyle = ctx.strokeStyle;
  ctx.beginPath();
  ctx.moveTo(...tip);
  for (const side of [0.42, -0.42]) ctx.lineTo(tip[0] - 9 * Math.cos(turn + side), tip[1] - 9 * Math.sin(turn + side));
  ctx.fill();
}

function paintNames(ctx, spots, page, chosen, hover) {
  const onPage = (i) => spots[i] && spots[i].x > -20 && spots[i].y > -20 && spots[i].x < page.width + 20 && spots[i].y < page.height + 20;
  const first = [...hover.middle, ...chosen.middle, ...[...chosen.entities, ...hover.entities].sort((a, b) => rankOf[a] - rankOf[b])];
  const rest = state.chosen ? [] : ranked;
  const order = [...new Set([...first, ...rest])].filter(onPage);
  const bright = new Set(first);
  const middle = (i) => chosen.middle.has(i) || hover.middle.has(i);
  const styleOf = (i) => (middle(i) ? 'chosen' : isHub(i) ? 'hub' : 'plain');
  const most = state.chosen ? NAMES_MOST_CHOSEN : NAMES_MOST;
  const { placed, names } = placeNames(ctx, order, spots, page, most, styleOf, (i) => middle(i) || isHub(i));
  for (const i of order)
    if (spots[i])
      names.add([spots[i].x - spots[i].size, spots[i].y - spots[i].size, spots[i].x + spots[i].size, spots[i].y + spots[i].size]);
  const boxes = namedLines(chosen, hover)
    .map((l) => spots[lines.s[l]] && spots[lines.o[l]] && relationBox(ctx, l, spots[lines.s[l]], spots[lines.o[l]], page, names))
    .filter(Boolean);
  for (const box of boxes) write(ctx, box, theme.soft);
  for (const box of placed) write(ctx, box, state.chosen || !state.hover || bright.has(box.entity) ? theme.text : theme.soft);
  Object.assign(painted, { names: placed, relations: boxes });
}

// Which lines get their relation's name: the lit ones, or all on request.
function namedLines(chosen, hover) {
  const bright = [...new Set([...hover.lines, ...chosen.lines])];
  if (!bright.length) return state.relationNames ? visible.line.flatMap((seen, l) => (seen ? [l] : [])).slice(0, 400) : [];
  if (bright.length <= 14) return bright;
  // Twenty "located at" around one entity are noise: the commonest relation goes without its name.
  const times = new Map();
  const key = (l) =>
    relationsOfLine[l]
      .map((r) => relationName[r])
      .sort()
      .join();
  for (const l of bright) times.set(key(l), (times.get(key(l)) ?? 0) + 1);
  const [commonest] = [...times].sort((p, q) => q[1] - p[1])[0];
  return bright.filter((l) => key(l) !== commonest);
}

function write(ctx, box, color) {
  ctx.font = FONTS[box.style];
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.direction = 'ltr';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.page;
  ctx.strokeText(box.text, box.x, box.y);
  ctx.fillStyle = color;
  ctx.fillText(box.text, box.x, box.y);
}
