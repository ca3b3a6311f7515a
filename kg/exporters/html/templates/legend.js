// The legend says what shapes, colours and lines mean, counts them, and hides what is not wanted.
const legend = document.getElementById('legend');
const RELATIONS_FIRST = 14;
const CONNECTED_FIRST = 12;

function tally(values) {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

const counters = []; // [element, total, how many are seen now]: the legend's numbers, kept true by showCounts

function checkRow(picture, name, number, hidden, key, seenNow) {
  const box = make('input', {
    type: 'checkbox',
    checked: !hidden.has(key),
    onchange: () => {
      if (box.checked) hidden.delete(key);
      else hidden.add(key);
      redraw();
    },
  });
  const counter = make('span', { class: 'count' }, count(number));
  counters.push([counter, number, seenNow]);
  return make(
    'label',
    picture ? {} : { class: 'plain' },
    box,
    ...(picture ? [picture] : []),
    make('span', { class: 'name', dir: 'auto', title: name }, name),
    counter,
  );
}

function drawLegend() {
  const byKind = tally(entities.kind);
  legend.append(
    make('h2', {}, 'Kinds'),
    ...kinds.map((kind, k) => checkRow(icon(kind), kind.plural, byKind.get(k) ?? 0, state.hiddenKinds, k, (now) => now.kinds.get(k))),
  );
  if (loose.length && loose.length < everyEntity.length) {
    const box = make('input', {
      type: 'checkbox',
      checked: state.looseShown,
      onchange: () => {
        state.looseShown = box.checked;
        redraw();
        fitAll();
      },
    });
    legend.append(
      make(
        'label',
        { class: 'plain', title: 'Named in an article, but in no role, deal or delivery' },
        box,
        make('span', { class: 'name' }, 'Only mentioned'),
        make('span', { class: 'count' }, count(loose.length)),
      ),
    );
  }
  const byWord = [...tally(relations.w)].sort((a, b) => b[1] - a[1] || inOrder(words[a[0]], words[b[0]]));
  if (byWord.length)
    legend.append(
      make('h2', {}, 'Relations'),
      ...folded(
        byWord.map(([word, number]) =>
          checkRow(null, words[word] + (onlyInferred.has(word) ? ' (inferred)' : ''), number, state.hiddenWords, word, (now) =>
            now.words.get(word),
          ),
        ),
        RELATIONS_FIRST,
      ),
    );
  if (lines.dash.some(Boolean)) legend.append(make('p', { class: 'count' }, 'Dashed lines are inferred.'));
  drawYears();
  const bySource = [...tally(sourcesOf.flat())].sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]));
  if (bySource.length > 1)
    legend.append(
      make('h2', {}, 'Sources'),
      ...folded(
        bySource.map(([source, number]) =>
          checkRow(null, source || 'Unknown publisher', number, state.hiddenSources, source, (now) => now.sources.get(source)),
        ),
        RELATIONS_FIRST,
      ),
    );
  // This list is also the way into the graph for those who cannot point at it.
  const connected = ranked.slice(0, CONNECTED_FIRST).filter((i) => connections[i]);
  if (connected.length) legend.append(make('h2', {}, 'Most connected'), ...connected.map(walkRow));
}

function drawYears() {
  const years = yearOf.filter((year) => year !== null);
  const [first, last] = [years.reduce((a, b) => Math.min(a, b), Infinity), years.reduce((a, b) => Math.max(a, b), -Infinity)];
  if (!(first < last)) return;
  const field = (place, label, open) => {
    const input = make('input', {
      type: 'number',
      min: first,
      max: last,
      step: 1,
      value: open,
      'aria-label': label,
      onchange: () => {
        const year = parseInt(input.value, 10);
        state.years[place] = Number.isNaN(year) || year === open ? null : year;
        redraw();
      },
    });
    return input;
  };
  legend.append(
    make('h2', {}, 'Years'),
    make(
      'div',
      { class: 'years', title: 'Relations without a date stay' },
      field(0, 'First year', first),
      '–',
      field(1, 'Last year', last),
    ),
  );
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

function showCounts() {
  const seenRelations = everyRelation.filter((r) => visible.relation[r]);
  const now = {
    kinds: tally(everyEntity.filter((i) => visible.entity[i]).map((i) => entities.kind[i])),
    words: tally(seenRelations.map((r) => relations.w[r])),
    sources: tally(seenRelations.flatMap((r) => sourcesOf[r])),
  };
  for (const [counter, total, seenNow] of counters) {
    const some = seenNow(now) ?? 0;
    counter.textContent = some === total ? count(total) : `${count(some)} / ${count(total)}`;
  }
  const seen = (list) => list.filter(Boolean).length;
  const part = (some, all, name, many) => `${some === all ? '' : `${count(some)} of `}${plural(all, name, many)}`;
  document.getElementById('counts').textContent = [
    part(seen(visible.entity), everyEntity.length, 'entity', 'entities'),
    part(seen(visible.relation), everyRelation.length, 'relation'),
    plural(everyFact.length, 'fact'),
    plural(articles.id.length, 'article'),
  ].join(' · ');
  const note = document.getElementById('note');
  note.hidden = state.shown.size >= everyEntity.length;
  if (note.hidden) return;
  const all =
    everyEntity.length <= SHOW_ALL_MOST
      ? make(
          'button',
          {
            type: 'button',
            onclick: () => {
              for (const i of everyEntity) state.shown.add(i);
              redraw();
              fitAll();
            },
          },
          'Show all',
        )
      : null;
  note.replaceChildren(
    make(
      'span',
      {},
      `${count(state.shown.size)} of ${count(everyEntity.length)} entities are drawn, the most connected first. Search finds the others.`,
    ),
    ...(all ? [all] : []),
  );
}
