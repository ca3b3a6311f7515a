// Choosing an entity, a line, a fact or a path, and keeping the choice in the address.
function partiesIn(thing) {
  if (!thing) return [];
  if (thing.entity !== undefined) return [thing.entity];
  return thing.path ?? (thing.fact !== undefined ? partiesOf[thing.fact] : [lines.s[thing.line], lines.o[thing.line]]);
}
const chiefIn = (thing) => [...partiesIn(thing)].sort((a, b) => rankOf[a] - rankOf[b])[0];

// The picture in a window of another height: what is chosen, or everything.
function refit() {
  fitAll();
  const chief = chiefIn(state.chosen);
  if (chief !== undefined && !state.focus) keepInView(chief, true);
}

function choose(thing, { move = false, centre = false, remember = true, back = false } = {}) {
  if (!thing) state.trail = [];
  else if (state.chosen && !back && !sameThing(state.chosen, thing)) state.trail = [...state.trail, state.chosen].slice(-TRAIL_MOST);
  state.chosen = thing;
  const parties = partiesIn(thing);
  if (state.focus && parties.some((i) => !state.focus.only.has(i))) setFocus(null);
  if (thing && parties.some((i) => !state.shown.has(i))) for (const i of parties) bringIn(i);
  redraw();
  showDetails();
  markRow();
  if (parties.length && (move || centre)) keepInView(chiefIn(thing), centre);
  else if (thing?.entity !== undefined) keepInView(thing.entity);
  if (remember) writeAddress();
  if (thing?.entity !== undefined)
    say(`${entities.label[thing.entity]}, ${kindOf(thing.entity).label}, ${plural(connections[thing.entity], 'relation')}`);
  network.redraw();
}

const TRAIL_MOST = 50;
const sameThing = (a, b) => ['entity', 'line', 'fact'].every((key) => a[key] === b[key]) && a.path === b.path;

// What was open before.
function goBack() {
  const thing = state.trail.pop();
  if (thing) choose(thing, { move: true, back: true });
}

const say = (text) => {
  document.getElementById('said').textContent = text;
};
