// The picture as vectors: what is in the window, lines, dots and names as they were last painted.
function svgPicture() {
  const [width, height] = [container.clientWidth, container.clientHeight];
  const root = document.createElementNS(SVG, 'svg');
  setAll(root, { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FAMILY.replaceAll('"', "'") });
  const add = (name, values, text) => {
    const node = document.createElementNS(SVG, name);
    setAll(node, values);
    if (text !== undefined) node.textContent = text;
    root.append(node);
  };
  const scale = network.getScale();
  const spot = (i) => network.canvasToDOM({ x: entities.x[i], y: entities.y[i] });
  const fixed = (number) => number.toFixed(1);
  const bright = lit(state.chosen);
  const dim = (set, k) => (state.chosen && !set.has(k) ? 0.14 : 1);
  add('rect', { width, height, fill: theme.page });
  lines.s.forEach((s, l) => {
    if (!visible.line[l]) return;
    const [a, b] = [spot(s), spot(lines.o[l])];
    const look = { stroke: theme.line, 'stroke-width': fixed(Math.max(0.6, lines.w[l] * scale)), opacity: 0.62 * dim(bright.lines, l) };
    add('line', {
      x1: fixed(a.x),
      y1: fixed(a.y),
      x2: fixed(b.x),
      y2: fixed(b.y),
      ...look,
      ...(lines.dash[l] ? { 'stroke-dasharray': '6 5' } : {}),
    });
    if (!lines.arrow[l]) return;
    const turn = Math.atan2(b.y - a.y, b.x - a.x);
    const reach = entities.size[lines.o[l]] * scale + 1;
    const tip = [b.x - Math.cos(turn) * reach, b.y - Math.sin(turn) * reach];
    const wings = [0.42, -0.42].map((side) => [tip[0] - 8 * Math.cos(turn + side), tip[1] - 8 * Math.sin(turn + side)]);
    add('polygon', { points: [tip, ...wings].map((p) => p.map(fixed).join(',')).join(' '), fill: theme.line, opacity: look.opacity });
  });
  for (const i of everyEntity) {
    if (!visible.entity[i]) continue;
    const { x, y } = spot(i);
    const size = entities.size[i] * scale;
    const points = outline(kindOf(i).shape, x, y, size);
    const look = { fill: colorOf(kindOf(i)), opacity: dim(bright.entities, i) };
    if (points) add('polygon', { points: points.map((p) => p.map(fixed).join(',')).join(' '), ...look });
    else add('circle', { cx: fixed(x), cy: fixed(y), r: fixed(size), ...look });
  }
  for (const box of [...painted.relations, ...painted.names]) {
    const font = /^(italic )?(\d+ )?(\d+)px/.exec(FONTS[box.style]);
    const look = { 'font-size': font[3], ...(font[2] && { 'font-weight': font[2].trim() }), ...(font[1] && { 'font-style': 'italic' }) };
    const halo = { stroke: theme.page, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
    const fill = box.style === 'relation' ? theme.soft : theme.text;
    add('text', { x: fixed(box.x), y: fixed(box.y), 'dominant-baseline': 'central', fill, ...halo, ...look }, box.text);
  }
  return new XMLSerializer().serializeToString(root);
}
