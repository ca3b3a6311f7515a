// Rearranging: forces move the picture for as long as the reader wants, starting from the places computed in Python.
const FORCES = {
  enabled: true,
  solver: 'forceAtlas2Based',
  stabilization: false,
  forceAtlas2Based: { gravitationalConstant: -60, springLength: 90, avoidOverlap: 0.4 },
};

function setMoving(on) {
  state.moving = on;
  document.getElementById('rearrange').setAttribute('aria-pressed', String(on));
  network.setOptions({ physics: on ? FORCES : { enabled: false } });
}

// Names and all else follow the dots.
function followDots() {
  for (const [i, { x, y }] of Object.entries(network.getPositions())) {
    entities.x[i] = x;
    entities.y[i] = y;
  }
}
