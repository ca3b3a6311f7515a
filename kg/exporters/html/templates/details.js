// The panel: the full record of the chosen entity, line or fact.
const panel = document.getElementById('details');

function showDetails() {
  const { chosen } = state;
  panel.hidden = !chosen;
  panel.parentElement.classList.toggle('detailed', Boolean(chosen));
  if (!chosen) {
    panel.replaceChildren();
    return;
  }
  const parts =
    chosen.entity !== undefined
      ? entityDetails(chosen.entity)
      : chosen.line !== undefined
        ? lineDetails(chosen.line)
        : chosen.path
          ? pathDetails(chosen.path)
          : factDetails(chosen.fact);
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}

function head(picture, title, meta, ...rest) {
  const close = make(
    'button',
    { type: 'button', class: 'close', 'aria-label': 'Close details', title: 'Close (Esc)', onclick: () => choose(null) },
    '×',
  );
  const back = make('button', { type: 'button', 'aria-label': 'Back', title: 'Back to what was open before', onclick: goBack }, '‹ Back');
  const tools = [...(state.trail.length ? [back] : []), ...rest];
  return make(
    'div',
    { class: 'head' },
    make(
      'div',
      { class: 'title' },
      picture ?? make('span'),
      make('div', {}, make('h2', { dir: picture ? 'auto' : 'ltr' }, title), make('div', { class: 'meta' }, meta)),
      close,
    ),
    tools.length ? make('div', { class: 'tools' }, ...tools) : null,
  );
}

function copyButton() {
  const button = make(
    'button',
    {
      type: 'button',
      onclick: async () => {
        try {
          await navigator.clipboard.writeText(location.href);
          button.textContent = 'Copied';
        } catch {
          button.textContent = 'Copy it from the address bar';
        }
      },
    },
    'Copy link',
  );
  return button;
}

function entityDetails(i) {
  const dates = factsOf[i]
    .map((f) => words[facts.d[f]])
    .filter(Boolean)
    .sort();
  const [from, until] = [dates[0] ?? '', dates[dates.length - 1] ?? ''];
  const span = until.startsWith(from) ? dateText(from) : `${dateText(from)} – ${dateText(until)}`;
  const meta = [kindOf(i).label, plural(factsOf[i].length, 'fact'), plural(entities.art[i].length, 'article'), span]
    .filter(Boolean)
    .join(' · ');
  const body = make('div', { class: 'body' });
  if (entities.names[i].length)
    body.append(make('h3', {}, 'Other names'), make('ul', { class: 'names' }, ...entities.names[i].map((name) => foreign(name, 'li'))));
  body.append(...decisionNodes(decisionsOf.entity.get(i), { entity: i }), ...glance(i), ...groups(i));
  const inferred = relationsOf[i].filter((r) => relations.inf[r] >= 0);
  if (inferred.length) body.append(make('h3', {}, `Inferred (${count(inferred.length)})`), ...inferred.map((r) => relationRow(r, i)));
  const unsaid = relationsOf[i].filter((r) => relations.inf[r] < 0 && relations.f[r] < 0);
  if (unsaid.length) body.append(make('h3', {}, 'Other relations'), ...unsaid.map((r) => relationRow(r, i)));
  if (!factsOf[i].length && !relationsOf[i].length)
    body.append(make('p', { class: 'meta' }, 'Named in the articles below; no role, deal or delivery was found for it.'));
  body.append(...articleList(entities.art[i]));
  body.append(make('h3', {}, 'Identifier'), make('div', { class: 'iri' }, iriOf(entities, i)));
  for (const link of entities.links[i]) body.append(make('div', { class: 'iri' }, 'Same as ', safeLink(link, link)));
  return [head(icon(kindOf(i), 20), entities.label[i], meta, focusButton(i), copyButton()), body];
}

const focusButton = (i) =>
  make(
    'button',
    {
      type: 'button',
      'aria-pressed': String(state.focus?.entity === i),
      title: 'Only this and its neighbours, then theirs too, then everything again (F)',
      onclick: toggleFocus,
    },
    state.focus?.entity !== i ? 'Focus' : state.focus.steps < FOCUS_STEPS ? 'Focus: widen' : 'Focus: end',
  );

// The way to the fact's row.
const inTableButton = (f) =>
  make(
    'button',
    {
      type: 'button',
      title: 'Show its row among the others of its kind',
      onclick: () => {
        const family = FAMILIES.find(({ facts: list }) => list.includes(f));
        Object.assign(view, { family, sort: family.sort, down: family.down, text: '' });
        openTable(true);
        if (window.innerWidth <= 900) panel.hidden = true; // there it lies over the table
        writeAddress();
      },
    },
    'In table',
  );

function lineDetails(l) {
  const [a, b] = [lines.s[l], lines.o[l]];
  const said = relationsOfLine[l];
  const found = [...new Set(said.map((r) => relations.f[r]).filter((f) => f >= 0))];
  const body = make('div', { class: 'body' }, make('h3', {}, 'Relations'), ...said.map((r) => relationRow(r, -1)));
  if (found.length) body.append(make('h3', {}, `Facts (${count(found.length)})`), ...cards(found, -1, CARDS_FIRST));
  const meta = `${plural(said.length, 'relation')} · ${plural(found.length, 'fact')}`;
  return [head(null, `${nameOf(a)} ${lines.arrow[l] ? '→' : '–'} ${nameOf(b)}`, meta), body];
}

function pathDetails(path) {
  const body = make('div', { class: 'body' });
  pathLines(path).forEach((l, k) => {
    const found = [...new Set(relationsOfLine[l].map((r) => relations.f[r]).filter((f) => f >= 0))];
    body.append(
      make('h3', {}, `${k + 1}`),
      ...relationsOfLine[l].filter((r) => visible.relation[r]).map((r) => relationRow(r, -1)),
      ...cards(found, -1, CARDS_ON_PATH),
    );
  });
  return [
    head(null, `${nameOf(path[0])} … ${nameOf(path[path.length - 1])}`, `Shortest way: ${plural(path.length - 1, 'step')}`),
    body,
  ];
}

function factDetails(f) {
  const body = make(
    'div',
    { class: 'body' },
    factCard(f, -1, true),
    make('h3', {}, 'Identifier'),
    make('div', { class: 'iri' }, iriOf(facts, f)),
  );
  return [head(null, shortened(factLine(f), 160), plural(facts.ev[f].length, 'sentence'), inTableButton(f), copyButton()), body];
}
