// What a record tells beyond its slots: the statuses a fact has had, where its sources disagree, and who decided what is one thing.
const decisions = range(data.dec.same.length);
const decisionsOf = { entity: new Map(), fact: new Map() };
for (const d of decisions)
  for (const [entity, fact] of [data.dec.l[d], data.dec.r[d]])
    for (const [map, i] of [
      [decisionsOf.entity, entity],
      [decisionsOf.fact, fact],
    ]) {
      if (i < 0 || map.get(i)?.includes(d)) continue;
      if (!map.has(i)) map.set(i, []);
      map.get(i).push(d);
    }

const isDisputed = (f) => f >= 0 && (facts.split[f].length > 0 || facts.clash[f].length > 0);

const between = (parts, mark) => parts.flatMap((part, k) => (k ? [mark, part] : [part]));

const titleOf = (a) => articles.t[a] || articles.id[a];

// Title as a link, publisher and date of an article.
function sourceParts(a) {
  const title = titleOf(a);
  const parts = [articles.u[a] ? safeLink(articles.u[a], title) : foreign(title)];
  if (articles.p[a]) parts.push(foreign(articles.p[a]));
  if (articles.d[a]) parts.push(time(articles.d[a]));
  return parts;
}

// Who wrote the article, and where the same story stands as well: what copies say is said once.
const copies = new Map();
articles.copy.forEach((first, a) => {
  if (first >= 0) copies.set(first, [...(copies.get(first) ?? []), a]);
});
function sourceNotes(a) {
  const place = (other) => foreign(articles.p[other] && articles.p[other] !== articles.p[a] ? articles.p[other] : `“${titleOf(other)}”`);
  const first = articles.copy[a];
  const others = copies.get(a) ?? [];
  return [
    ...(articles.by[a] ? [make('span', {}, 'by ', foreign(articles.by[a]))] : []),
    ...(first >= 0 ? [make('span', {}, 'the same story as ', sourceLine(first, 'span'))] : []),
    ...(others.length ? [make('span', {}, 'also published by ', ...between(others.map(place), ', '))] : []),
  ];
}
const sourceLine = (a, tag = 'div') => make(tag, { class: 'source' }, ...between(sourceParts(a), ' · '));

// Shown from the second status on: one alone is in the first line of the card.
function historyNodes(f) {
  const steps = facts.hist[f];
  if (steps.length < 2) return [];
  const row = ([status, date, told, by]) =>
    make(
      'li',
      {},
      statusChip(words[status]),
      ' ',
      words[date] ? time(words[date]) : 'date unknown',
      words[told] && words[told] !== words[date] ? make('span', { class: 'meta' }, ' first told ', time(words[told])) : null,
      ...by.map((a) => sourceLine(a)),
    );
  return [make('h4', {}, 'Status over time'), make('ol', { class: 'history' }, ...steps.map(row))];
}

// "2500000000 EUR (2.5 billion euros)" → ["€2.5 billion", "2.5 billion euros"]
function statedText(text) {
  const [, value, written] = /^(.*\S) \((.*)\)$/su.exec(text) ?? [null, text, ''];
  return [valueText(value), written];
}

// Each property that sources disagree on, its values side by side, each with those who state it.
function conflictNodes(f) {
  return facts.split[f].map(([, label, stated]) =>
    make(
      'section',
      { class: 'dispute' },
      make('h4', {}, `Sources disagree: ${slotLabel(words[label]).toLowerCase()}`),
      make('div', { class: 'sides' }, ...stated.map(side)),
    ),
  );
}

function side([text, shown, by]) {
  const [value, written] = statedText(words[text]);
  return make(
    'div',
    { class: 'side' },
    make('div', { class: 'what' }, foreign(value)),
    written && written !== value ? make('div', { class: 'written' }, '“', foreign(written), '”') : null,
    make('div', { class: 'meta' }, `${plural(by.length, 'article')}${shown ? ' · shown above' : ''}`),
    ...by.map((a) => sourceLine(a)),
  );
}

// Why an entity or a fact is one thing, and not the same as another, folded away until asked for.
function decisionNodes(list, self) {
  if (!list?.length) return [];
  const kept = list.filter((d) => !data.dec.same[d]).length;
  const counts = [list.length - kept ? `${count(list.length - kept)} merged` : '', kept ? `${count(kept)} kept apart` : ''];
  return [
    make(
      'details',
      { class: 'decisions' },
      make('summary', {}, `Why this is one thing (${counts.filter(Boolean).join(', ')})`),
      ...list.map((d) => decision(d, self)),
    ),
  ];
}

function decision(d, self) {
  const { same, score, why, found, doubt, by } = data.dec;
  const judge = words[by[d]] === 'policy' ? 'the program’s policy' : words[by[d]];
  return make(
    'div',
    { class: 'decision' },
    make(
      'div',
      { class: 'first' },
      chip(same[d] ? 'merged' : 'kept apart', same[d] ? 'good' : 'warn'),
      doubt[d] ? chip('uncertain', 'bad') : null,
      make('span', { class: 'meta' }, 'by ', foreign(judge), ` · score ${score[d].toFixed(2)}`),
    ),
    ...[data.dec.l[d], data.dec.r[d]].map((one) => decisionSide(one, self)),
    make('p', { dir: 'auto' }, why[d]),
    found[d].length ? make('ul', { class: 'found' }, ...found[d].map((w) => foreign(words[w], 'li'))) : null,
  );
}

function decisionSide([entity, fact, name, article], self) {
  const other = (entity >= 0 && entity !== self.entity) || (fact >= 0 && fact !== self.fact);
  const open = () => choose(entity >= 0 ? { entity } : { fact }, { move: true });
  return make(
    'div',
    { class: 'compared' },
    '“',
    other ? make('button', { type: 'button', class: 'link', dir: 'auto', onclick: open }, name) : foreign(name),
    '”',
    article >= 0 ? sourceLine(article, 'span') : null,
  );
}
