// The legend says what shapes, colours and lines mean, counts them, and hides what is not wanted.
const legend = document.getElementById('legend');
const ROWS_FIRST = 14;
const CONNECTED_FIRST = 12;

function tally(values) {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

// One row per key: a box to hide it, and a button to see it alone. rows: [key, name, total, icon or null]; seenNow: counts now → map.
function checkRows(rows, hidden, seenNow) {
  const only = (key) => {
    hidden.clear();
    for (const [other] of rows) if (other !== key) hidden.add(other);
    refilter();
  };
  return rows.map(([key, name, total, picture]) => {
    const row = checkRow(name, total, picture, !hidden.has(key), (checked) => {
      if (checked) hidden.delete(key);
      else hidden.add(key);
      refilter();
    });
    row.append(counter(total, (now) => seenNow(now).get(key)));
    legendShows.push(() => {
      row.firstChild.checked = !hidden.has(key);
    });
    const alone = make('button', { type: 'button', class: 'alone', 'aria-label': `Only ${name}`, onclick: () => only(key) }, 'only');
    return make('div', { class: 'row' }, row, ...(rows.length > 1 ? [alone] : []));
  });
}

function checkRow(name, total, picture, checked, changed) {
  const box = make('input', { type: 'checkbox', checked, onchange: () => changed(box.checked) });
  const text = make('span', { class: 'name', dir: 'auto', title: name }, name);
  return make('label', picture ? {} : { class: 'plain' }, box, ...(picture ? [picture] : []), text);
}

function counter(total, seenNow) {
  const node = make('span', { class: 'count' }, count(total));
  if (seenNow) counters.push([node, total, seenNow]);
  return node;
}

const common = (found, nameOf) => [...found].sort((a, b) => b[1] - a[1] || inOrder(nameOf(a[0]), nameOf(b[0])));

function drawLegend() {
  const clear = make(
    'button',
    {
      type: 'button',
      class: 'clear',
      onclick: () => {
        clearFilters();
        refilter();
      },
    },
    'Clear filters',
  );
  legendShows.push(() => {
    clear.hidden = !isFiltered();
  });
  const byKind = tally(entities.kind);
  const byWord = common(tally(relations.w), (w) => words[w]).map(([w, n]) => [w, words[w], n, null]);
  const wordRows = checkRows(byWord, state.hiddenWords, (now) => now.words);
  const rowsOf = (inferred) => wordRows.filter((_, k) => onlyInferred.has(byWord[k][0]) === inferred);
  const byStatus = common(tally(everyFact.map((f) => words[facts.st[f]])), String).map(([s, n]) => [s, spaced(s) || 'no status', n, null]);
  const bySource = common(tally(sourcesOf.get(facts).flat()), String).map(([s, n]) => [s, s || 'Unknown publisher', n, null]);
  const group = (name, rows) => (rows.length ? [make('h2', {}, name), ...folded(rows, ROWS_FIRST)] : []);
  const several = (rows) => (rows.length > 1 ? rows : []);
  // The last list is also the way into the graph for those who cannot point at it.
  const connected = ranked.slice(0, CONNECTED_FIRST).filter((i) => connections[i]);
  legend.append(
    clear,
    ...group(
      'Kinds',
      checkRows(
        kinds.map((kind, k) => [k, kind.plural, byKind.get(k) ?? 0, icon(kind)]),
        state.hiddenKinds,
        (now) => now.kinds,
      ),
    ),
    ...looseRow(),
    ...group(
      'Status',
      checkRows(several(byStatus), state.hiddenStatuses, (now) => now.statuses),
    ),
    ...disputedRow(),
    ...group('Relations', rowsOf(false)),
    ...group('Inferred by rule (dashed lines)', rowsOf(true)),
    ...drawTimes(),
    ...drawConfidence(),
    ...group(
      'Sources',
      checkRows(several(bySource), state.hiddenSources, (now) => now.sources),
    ),
    ...group('Most connected', connected.map(walkRow)),
  );
}

function looseRow() {
  if (!loose.length || loose.length === everyEntity.length) return [];
  const row = checkRow('Only mentioned', loose.length, null, state.looseShown, (checked) => {
    state.looseShown = checked;
    redraw();
    fitAll();
  });
  row.title = 'Named in an article, but in no role, deal or delivery';
  row.append(counter(loose.length));
  return [row];
}

function disputedRow() {
  const disputed = everyFact.filter(isDisputed).length;
  if (!disputed) return [];
  const row = checkRow('Only where disputed', disputed, null, state.disputedOnly, (checked) => {
    state.disputedOnly = checked;
    refilter();
  });
  legendShows.push(() => {
    row.firstChild.checked = state.disputedOnly;
  });
  row.append(counter(disputed));
  return [row];
}

// A fact is as sure as the surest of its sentences.
function drawConfidence() {
  const all = evidence.conf.map((share) => share * 100);
  const least = Math.floor(all.reduce((a, b) => Math.min(a, b), 100) / 5) * 5;
  if (!all.some((share) => share !== all[0])) return [];
  const text = make('span', { class: 'count' });
  const input = make('input', { type: 'range', min: least, max: 100, step: 5, 'aria-label': 'Least confidence' });
  input.addEventListener('input', () => {
    state.least = Number(input.value) === least ? 0 : Number(input.value);
    refilter();
  });
  legendShows.push(() => {
    input.value = state.least || least;
    text.textContent = `at least ${percent(Number(input.value) / 100)}`;
    input.setAttribute('aria-valuetext', text.textContent);
  });
  return [make('h2', {}, 'Confidence'), make('div', { class: 'times' }, input, text)];
}

const walkRow = (i) =>
  make(
    'button',
    { type: 'button', class: 'walk', onclick: () => choose({ entity: i }, { move: true }) },
    icon(kindOf(i)),
    make('span', { class: 'name', dir: 'auto', title: entities.label[i] }, entities.label[i]),
    make('span', { class: 'count' }, count(connections[i])),
  );

function folded(rows, most) {
  if (rows.length <= most + 1) return rows;
  const more = make(
    'button',
    { type: 'button', class: 'more', onclick: () => more.replaceWith(...rows.slice(most)) },
    `Show ${rows.length - most} more`,
  );
  return [...rows.slice(0, most), more];
}
