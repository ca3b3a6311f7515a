// What keys, buttons and the mouse do, and the start of the page.
function setDark(dark) {
  state.dark = dark;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.getElementById('dark-button').setAttribute('aria-pressed', String(dark));
  readTheme();
  recolorIcons();
  redraw(true);
}

function setRelationNames(on) {
  state.relationNames = on;
  document.getElementById('names-button').setAttribute('aria-pressed', String(on));
  network.redraw();
}

function toggleLegend() {
  legend.hidden = !legend.hidden;
  document.getElementById('legend-button').setAttribute('aria-expanded', String(!legend.hidden));
}

const helpBox = document.getElementById('help');
const HELP = [
  ['/', 'search'],
  ['Esc', 'close, clear'],
  ['Arrows', 'walk to the neighbour that way'],
  ['+ − 0', 'zoom, show all'],
  ['F', 'only the chosen one and its neighbours'],
  ['E', 'names of relations'],
  ['T', 'tables and timeline'],
  ['P', 'rearrange, until pressed again'],
  ['D', 'dark or light'],
  ['Click', 'full record of an entity or a line'],
  ['Shift-click', 'shortest way from the chosen entity'],
  ['Double-click', 'bring in its neighbours'],
  ['Drag, wheel', 'move, zoom'],
];
function toggleHelp() {
  helpBox.hidden = !helpBox.hidden;
  document.getElementById('help-button').setAttribute('aria-expanded', String(!helpBox.hidden));
  if (!helpBox.childElementCount)
    helpBox.append(make('dl', {}, ...HELP.flatMap(([key, text]) => [make('dt', {}, key), make('dd', {}, text)])));
}

function escape() {
  if (!helpBox.hidden) toggleHelp();
  else if (!saveMenu.hidden) toggleSaveMenu(false);
  else if (state.focus) setFocus(null);
  else if (state.chosen) choose(null);
  else if (!tablePanel.hidden) toggleTable();
}

// The neighbour that lies most nearly in the direction of the key.
function walk(dx, dy) {
  const from = state.chosen?.entity;
  if (from === undefined) {
    if (ranked.length) choose({ entity: ranked[0] }, { move: true });
    return;
  }
  let best = null;
  for (const l of linesOf[from]) {
    if (!visible.line[l]) continue;
    const to = otherEnd(l, from);
    const [x, y] = [entities.x[to] - entities.x[from], entities.y[to] - entities.y[from]];
    const along = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
    const cost = Math.hypot(x, y) / Math.max(along, 0.01) ** 2;
    if (along > 0.3 && (!best || cost < best.cost)) best = { to, cost };
  }
  if (best) choose({ entity: best.to }, { move: true });
}

const KEYS = {
  '/': () => {
    searchBox.focus();
    searchBox.select();
  },
  Escape: escape,
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  0: fitAll,
  f: toggleFocus,
  e: () => setRelationNames(!state.relationNames),
  t: toggleTable,
  p: () => setMoving(!state.moving),
  d: () => setDark(!state.dark),
  '?': toggleHelp,
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.('input[type="search"]');
  const sliding = event.target.closest?.('input[type="range"]') && !['/', 'Escape'].includes(event.key);
  if ((typing && event.key !== 'Escape') || sliding) return;
  const arrow = document.activeElement === container ? ARROWS[event.key] : null;
  const act = arrow ? () => walk(...arrow) : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

for (const [id, act] of Object.entries({
  'legend-button': toggleLegend,
  'table-button': toggleTable,
  'names-button': () => setRelationNames(!state.relationNames),
  'save-button': () => toggleSaveMenu(),
  'dark-button': () => setDark(!state.dark),
  'help-button': toggleHelp,
  closer: () => zoomBy(1.25),
  farther: () => zoomBy(0.8),
  fit: fitAll,
  rearrange: () => setMoving(!state.moving),
}))
  document.getElementById(id).addEventListener('click', act);

network.on('beforeDrawing', () => {
  if (state.moving) followDots();
});
network.on('afterDrawing', paint);
network.on('dragStart', () => {
  state.dragging = true;
  state.placed = false;
});
network.on('zoom', () => {
  state.placed = false;
});
network.on('dragEnd', () => {
  state.dragging = false;
  network.redraw();
});
network.on('hoverNode', ({ node, pointer }) => showHint({ entity: node }, pointer.DOM));
network.on('hoverEdge', ({ edge, pointer }) => {
  if (state.hover?.entity === undefined) showHint({ line: edge }, pointer.DOM);
});
network.on('blurNode', () => showHint(null));
network.on('blurEdge', () => {
  if (state.hover?.line !== undefined) showHint(null);
});
network.on('click', ({ nodes, edges, event }) => {
  container.focus({ preventScroll: true });
  showHint(null);
  const from = state.chosen?.entity;
  if (event.srcEvent?.shiftKey && nodes.length && from !== undefined && nodes[0] !== from) {
    const path = shortestPath(from, nodes[0]);
    if (path) choose({ path });
    else say(`No way along the lines shown leads to ${entities.label[nodes[0]]}`);
    return;
  }
  choose(nodes.length ? { entity: nodes[0] } : edges.length ? { line: edges[0] } : null);
});
network.on('doubleClick', ({ nodes }) => {
  if (nodes.length && bringIn(nodes[0])) redraw();
});
network.on('dragging', ({ nodes }) => {
  showHint(null);
  for (const i of nodes) ({ x: entities.x[i], y: entities.y[i] } = network.getPosition(i));
});

document.getElementById('empty').hidden = everyEntity.length > 0;
if (window.innerWidth <= 900) toggleLegend();
drawLegend();
setDark(state.dark);
setRelationNames(state.relationNames);
fitAll();
readAddress();
window.addEventListener('hashchange', readAddress);
// vis-network would keep the picture's height in a window of another height, and lose its sides.
window.addEventListener('resize', () => {
  if (state.placed) requestAnimationFrame(refit);
});

// For tests and for the curious: what is in the picture, and a way to choose without a mouse.
window.__view = {
  entities,
  lines,
  facts,
  state,
  visible,
  painted,
  network,
  choose,
  tableCsv,
  relations,
  passes,
  relationsCsv,
  svgPicture,
  gexf,
  search,
  spot: (i) => network.canvasToDOM({ x: entities.x[i], y: entities.y[i] }),
};
network.once('afterDrawing', () => {
  document.body.dataset.ready = '1';
});
network.redraw();
