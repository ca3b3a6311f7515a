// The address keeps what is chosen, which table is open and what is filtered, so that a link opens the same view again.
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const listed = (names) => [...names].map(encodeURIComponent).join('.');
const FOCUS_KEY = 'h';

function writeAddress() {
  const { chosen, months } = state;
  const parts = [];
  const add = (key, text) => (text ? parts.push(`${key}=${text}`) : null);
  if (chosen?.entity !== undefined) add('n', encodeURIComponent(entities.id[chosen.entity]));
  if (chosen?.fact !== undefined) add('f', encodeURIComponent(facts.id[chosen.fact]));
  add(FOCUS_KEY, state.focus && state.focus.entity === chosen?.entity ? String(state.focus.steps) : '');
  add('t', tablePanel.hidden ? '' : encodeURIComponent(view.family?.name ?? ''));
  add('xt', listed([...state.hiddenKinds].map((k) => kinds[k].id)));
  add('xs', listed(state.hiddenStatuses));
  add('xp', listed(state.hiddenSources));
  add('from', months[0] === null ? '' : isoOfMonth(months[0]));
  add('to', months[1] === null ? '' : isoOfMonth(months[1]));
  add('conf', state.least ? String(state.least) : '');
  add('split', state.disputedOnly ? '1' : '');
  try {
    history.replaceState(null, '', parts.length ? `#${parts.join('&')}` : location.pathname + location.search);
  } catch {
    /* some viewers forbid it for files */
  }
}

// Reads the address; what it does not know is left out.
function readAddress() {
  const asked = new Map(
    location.hash
      .slice(1)
      .split('&')
      .map((part) => part.split('=', 2))
      .map(([key, text = '']) => [key, text]),
  );
  const text = (key) => decoded(asked.get(key) ?? '');
  const list = (key) => (asked.get(key) ?? '').split('.').filter(Boolean).map(decoded);
  readFilters(asked, list);
  if (asked.get('dark') === '1') setDark(true);
  const family = FAMILIES.find(({ name }) => name === text('t'));
  if (family) Object.assign(view, { family, sort: family.sort, down: family.down });
  if (family || !tablePanel.hidden) openTable(Boolean(family));
  const entity = entityById.get(text('n'));
  const fact = factById.get(text('f'));
  const steps = entity === undefined ? 0 : Math.min(Number(asked.get(FOCUS_KEY)) || 0, FOCUS_STEPS);
  if (state.focus && (state.focus.entity !== entity || state.focus.steps !== steps)) setFocus(null);
  if (entity !== undefined) {
    choose({ entity }, { centre: true, remember: false });
    if (steps > 0 && state.focus?.entity !== entity) setFocus(entity, steps);
  } else if (fact !== undefined) {
    choose({ fact }, { centre: true, remember: false });
  }
}

function readFilters(asked, list) {
  const month = (key) => (MONTH.test(asked.get(key)) ? monthsOf(asked.get(key))[0] : null);
  const before = JSON.stringify([state.months, state.least, state.disputedOnly]);
  const hide = (hidden, keys) => {
    const same = hidden.size === keys.length && keys.every((key) => hidden.has(key));
    hidden.clear();
    for (const key of keys) hidden.add(key);
    return !same;
  };
  const changed = [
    hide(
      state.hiddenKinds,
      list('xt')
        .map((id) => kinds.findIndex((kind) => kind.id === id))
        .filter((k) => k >= 0),
    ),
    hide(state.hiddenStatuses, list('xs')),
    hide(state.hiddenSources, list('xp')),
  ];
  Object.assign(state, {
    months: [month('from'), month('to')],
    least: Number(asked.get('conf')) || 0,
    disputedOnly: asked.get('split') === '1',
  });
  if (changed.some(Boolean) || before !== JSON.stringify([state.months, state.least, state.disputedOnly])) redraw();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
