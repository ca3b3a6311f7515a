// Choosing an entity, a line, a fact or a path, and keeping the choice in the address.
function choose(thing, { move = false, centre = false, remember = true } = {}) {
  state.chosen = thing;
  const parties = !thing
    ? []
    : thing.entity !== undefined
      ? [thing.entity]
      : (thing.path ?? (thing.fact !== undefined ? partiesOf[thing.fact] : [lines.s[thing.line], lines.o[thing.line]]));
  if (state.focus && parties.some((i) => !state.focus.only.has(i))) setFocus(null);
  if (thing && parties.some((i) => !state.shown.has(i))) for (const i of parties) bringIn(i);
  redraw();
  showDetails();
  markRow();
  if (parties.length && (move || centre)) keepInView([...parties].sort((a, b) => rankOf[a] - rankOf[b])[0], centre);
  else if (thing?.entity !== undefined) keepInView(thing.entity);
  if (remember) writeAddress();
  if (thing?.entity !== undefined)
    say(`${entities.label[thing.entity]}, ${kindOf(thing.entity).label}, ${plural(connections[thing.entity], 'relation')}`);
  network.redraw();
}

const say = (text) => {
  document.getElementById('said').textContent = text;
};

// The address names what is chosen, so that a link opens the same entity again.
function writeAddress() {
  const { chosen } = state;
  const alone = state.focus && state.focus.entity === chosen?.entity ? '&h=1' : '';
  const part =
    chosen?.entity !== undefined
      ? `#n=${encodeURIComponent(entities.id[chosen.entity])}${alone}`
      : chosen?.fact !== undefined
        ? `#f=${encodeURIComponent(facts.id[chosen.fact])}`
        : '';
  try {
    history.replaceState(null, '', part || location.pathname + location.search);
  } catch {
    /* some viewers forbid it for files */
  }
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1).replace(/\+/g, '%2B'));
  const entity = entityById.get(asked.get('n'));
  const fact = factById.get(asked.get('f'));
  if (state.focus && (state.focus.entity !== entity || asked.get('h') !== '1')) setFocus(null);
  if (entity !== undefined) {
    choose({ entity }, { centre: true, remember: false });
    if (asked.get('h') === '1') setFocus(entity);
  }
  if (entity === undefined && fact !== undefined) choose({ fact }, { centre: true, remember: false });
}
