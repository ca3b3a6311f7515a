// The outlines of the kinds, the same as vis-network draws them, for painting over its picture and for the legend.
function outline(shape, x, y, size) {
  const ring = (corners, radius, start) =>
    range(corners).map((k) => {
      const turn = start + (2 * Math.PI * k) / corners;
      return [x + radius(k) * Math.cos(turn), y + radius(k) * Math.sin(turn)];
    });
  const inner = (size * 1.15 * 2 * Math.sqrt(3)) / 6;
  const tall = size * 1.15 * Math.sqrt(3);
  const half = size * 1.15;
  const drop = 0.275 * half;
  switch (shape) {
    case 'square':
      return [
        [x - size, y - size],
        [x + size, y - size],
        [x + size, y + size],
        [x - size, y + size],
      ];
    case 'diamond':
      return [
        [x, y - size],
        [x + size, y],
        [x, y + size],
        [x - size, y],
      ];
    case 'triangle':
      return [
        [x, y + drop - (tall - inner)],
        [x + half, y + drop + inner],
        [x - half, y + drop + inner],
      ];
    case 'triangleDown':
      return [
        [x, y - drop + (tall - inner)],
        [x + half, y - drop - inner],
        [x - half, y - drop - inner],
      ];
    case 'hexagon':
      return ring(6, () => size, 0);
    case 'star':
      return range(10).map((k) => {
        const radius = size * 0.82 * (k % 2 ? 0.5 : 1.3);
        const turn = (2 * Math.PI * k) / 10;
        return [x + radius * Math.sin(turn), y + 0.082 * size - radius * Math.cos(turn)];
      });
    default:
      return null; // a circle
  }
}

function trace(ctx, shape, x, y, size) {
  const points = outline(shape, x, y, size);
  ctx.beginPath();
  if (points) {
    points.forEach(([px, py], k) => (k ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
    ctx.closePath();
  } else {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
  }
}

const SVG = 'http://www.w3.org/2000/svg';
const setAll = (node, values) => Object.entries(values).forEach(([name, value]) => node.setAttribute(name, value));

// A small picture of a kind for lists; colours follow the theme because it asks for them when drawn.
function icon(kind, side = 14) {
  const svg = document.createElementNS(SVG, 'svg');
  const points = outline(kind.shape, 8, 8, 6);
  const body = document.createElementNS(SVG, points ? 'polygon' : 'circle');
  setAll(svg, { viewBox: '0 0 16 16', width: side, height: side, 'aria-hidden': 'true' });
  setAll(body, points ? { points: points.map((p) => p.map((v) => v.toFixed(2)).join(',')).join(' ') } : { cx: 8, cy: 8, r: 6 });
  body.dataset.kind = kind.id;
  body.setAttribute('fill', colorOf(kind));
  svg.append(body);
  return svg;
}

const colorOf = (kind) => (state.dark ? kind.dark : kind.color);

function recolorIcons() {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  for (const body of document.querySelectorAll('svg [data-kind]')) body.setAttribute('fill', colorOf(byId.get(body.dataset.kind)));
}
