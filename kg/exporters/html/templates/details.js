// The panel: the full record of the chosen entity, line or fact.
const panel = document.getElementById('details');
const CARDS_FIRST = 25;
const CARDS_MORE = 50;

function showDetails() {
  const { chosen } = state;
  panel.hidden = !chosen;
  panel.parentElement.classList.toggle('detailed', Boolean(chosen));
  if (!chosen) { panel.replaceChildren(); return; }
  const parts = chosen.entity !== undefined ? entityDetails(chosen.entity) : chosen.line !== undefined ? lineDetails(chosen.line) : factDetails(chosen.fact);
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}

function head(picture, title, meta, ...rest) {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close details', title: 'Close (Esc)', onclick: () => choose(null) }, '×');
  return make('div', { class: 'head' }, make('div', { class: 'title' }, picture ?? make('span'), make('div', {}, make('h2', { dir: 'auto' }, title), make('div', { class: 'meta' }, meta)), close), ...rest);
}

function copyButton() {
  const button = make('button', { type: 'button', onclick: async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = 'Copied';
    } catch (error) { button.textContent = 'Copy it from the address bar'; }
  } }, 'Copy link');
  return button;
}

function entityDetails(i) {
  const dates = factsOf[i].map((f) => words[facts.d[f]]).filter(Boolean).sort();
  const span = dates.length ? [dates[0], dates[dates.length - 1]].filter((d, k, all) => all.indexOf(d) === k).map((d) => dateText(d)).join(' – ') : '';
  const meta = [kindOf(i).label, plural(factsOf[i].length, 'fact'), plural(entities.art[i].length, 'article'), span].filter(Boolean).join(' · ');
  const body = make('div', { class: 'body' });
  if (entities.names[i].length) body.append(make('h3', {}, 'Other names'), make('ul', { class: 'names' }, ...entities.names[i].map((name) => foreign(name, 'li'))));
  body.append(...groups(i));
  const inferred = relationsOf[i].filter((r) => relations.inf[r] >= 0);
  if (inferred.length) body.append(make('h3', {}, `Inferred (${count(inferred.length)})`), ...inferred.map((r) => relationRow(r, i)));
  const unsaid = relationsOf[i].filter((r) => relations.inf[r] < 0 && relations.f[r] < 0);
  if (unsaid.length) body.append(make('h3', {}, 'Other relations'), ...unsaid.map((r) => relationRow(r, i)));
  if (!factsOf[i].length && !relationsOf[i].length) body.append(make('p', { class: 'meta' }, 'Named in the articles below; no role, deal or delivery was found for it.'));
  body.append(...articleList(entities.art[i]));
  body.append(make('h3', {}, 'Identifier'), make('div', { class: 'iri' }, entities.iri[i]));
  return [head(icon(kindOf(i), 20), entities.label[i], meta, make('div', { class: 'tools' }, focusButton(i), copyButton())), body];
}

const focusButton = (i) => make('button', { type: 'button', 'aria-pressed': String(state.focus?.entity === i), title: 'Only this and its neighbours, set out in rows (F)', onclick: toggleFocus }, 'Focus');

// An entity's facts under headings by kind, newest first.
function groups(i) {
  const byName = new Map();
  for (const f of factsOf[i]) {
    const name = factName(f);
    if (!byName.has(name)) byName.set(name, []);
    byName.get(name).push(f);
  }
  return [...byName].sort(([a], [b]) => inOrder(a, b)).flatMap(([name, list]) => {
    list.sort((a, b) => inOrder(words[facts.d[b]], words[facts.d[a]]) || a - b);
    return [make('h3', {}, `${capital(name)} (${count(list.length)})`), ...cards(list, i, CARDS_FIRST)];
  });
}

function cards(list, self, most) {
  const shown = list.slice(0, most).map((f) => factCard(f, self));
  if (list.length <= most) return shown;
  const rest = list.slice(most);
  const more = make('button', { type: 'button', onclick: () => more.replaceWith(...cards(rest, self, CARDS_MORE)) }, `Show ${Math.min(rest.length, CARDS_MORE)} more`);
  return [...shown, more];
}

function relationRow(r, self) {
  const [s, o] = [relations.s[r], relations.o[r]];
  const name = (i) => (i === self ? foreign(entities.label[i], 'b') : entityButton(i));
  const detail = relationDetail(r);
  const why = relations.f[r] >= 0 ? make('button', { type: 'button', class: 'link', onclick: () => choose({ fact: relations.f[r] }, { move: true }) }, 'from this fact') : null;
  const badge = relations.inf[r] >= 0 ? make('span', { class: 'chip inferred', title: `By rule ${words[relations.inf[r]]}` }, `inferred: ${words[relations.inf[r]]}`) : null;
  return make('div', { class: 'relation' }, name(s), make('span', {}, relationName[r]), name(o), badge, detail ? make('span', { class: 'meta' }, detail) : null, why);
}

function articleList(list) {
  if (!list.length) return [];
  const row = (a) => make('li', {}, articles.u[a] ? safeLink(articles.u[a], articles.t[a] || articles.id[a]) : foreign(articles.t[a] || articles.id[a]), make('span', { class: 'meta' }, ...[articles.p[a], dateText(articles.d[a])].filter(Boolean).map((text) => ` · ${text}`)));
  const sorted = [...list].sort((a, b) => inOrder(articles.d[b], articles.d[a]) || a - b);
  const shown = sorted.slice(0, 10).map(row);
  const ul = make('ul', {}, ...shown);
  if (sorted.length > 10) {
    const more = make('button', { type: 'button', onclick: () => { ul.append(...sorted.slice(10).map(row)); more.remove(); } }, `Show ${sorted.length - 10} more`);
    return [make('h3', {}, `Articles (${count(list.length)})`), ul, more];
  }
  return [make('h3', {}, `Articles (${count(list.length)})`), ul];
}

function lineDetails(l) {
  const [a, b] = [lines.s[l], lines.o[l]];
  const said = relationsOfLine[l];
  const found = [...new Set(said.map((r) => relations.f[r]).filter((f) => f >= 0))];
  const body = make('div', { class: 'body' }, make('h3', {}, 'Relations'), ...said.map((r) => relationRow(r, -1)));
  if (found.length) body.append(make('h3', {}, `Facts (${count(found.length)})`), ...cards(found, -1, CARDS_FIRST));
  const meta = `${plural(said.length, 'relation')} · ${plural(found.length, 'fact')}`;
  return [head(null, `${entities.label[a]} ${lines.arrow[l] ? '→' : '–'} ${entities.label[b]}`, meta), body];
}

function factDetails(f) {
  const body = make('div', { class: 'body' }, factCard(f), make('h3', {}, 'Identifier'), make('div', { class: 'iri' }, facts.iri[f]));
  const parties = partiesOf[f].map((i) => shortened(entities.label[i], 60)).join(' · ');
  return [head(null, parties || facts.label[f], plural(facts.ev[f].length, 'sentence'), make('div', { class: 'tools' }, copyButton())), body];
}
