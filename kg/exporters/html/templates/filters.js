// Which facts the reader wants, by status, source, confidence, time and dispute. The picture, the tables and the timeline all ask here.
const publishersOf = (list) => [...new Set(list.map((e) => articles.p[evidence.a[e]] ?? ''))];
const surest = (list) => (list.length ? list.reduce((best, e) => Math.max(best, evidence.conf[e]), 0) : 1); // a variant has no sentence

// A relation carries the same columns as a fact (st, d, ev), so that one test serves both.
const sourcesOf = new Map([relations, facts].map((column) => [column, column.ev.map(publishersOf)]));
const sureness = new Map([relations, facts].map((column) => [column, column.ev.map(surest)]));

const monthOf = (year, month) => Number(year) * 12 + Number(month) - 1;
const isoOfMonth = (number) => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

// First and last month of a date as precise as it is: "2017" is all of 2017; null for none.
function monthsOf(iso) {
  const [whole, year, month] = ISO_DATE.exec(iso) ?? [];
  if (!whole) return null;
  return month ? [monthOf(year, month), monthOf(year, month)] : [monthOf(year, 1), monthOf(year, 12)];
}

// A fact lasts from its date to its end, where it has one.
function spanOf(f) {
  const from = monthsOf(words[facts.d[f]]);
  const until = slotOf(f, 'end').map((v) => monthsOf(textOf(v).replace(/^about /, '')))[0];
  return from && until && until[1] >= from[0] ? [from[0], until[1]] : from;
}
const factSpans = everyFact.map(spanOf);
const spans = new Map([
  [facts, factSpans],
  [relations, everyRelation.map((r) => (relations.f[r] >= 0 ? factSpans[relations.f[r]] : monthsOf(words[relations.d[r]])))],
]);
const dated = factSpans.filter(Boolean);
const firstMonth = dated.reduce((least, [from]) => Math.min(least, from), Infinity);
const lastMonth = dated.reduce((most, [, to]) => Math.max(most, to), -Infinity);

// What has no date stays: that nobody dated it does not put it outside the time asked for.
function inTime(column, k) {
  const [from, to] = state.months;
  const span = spans.get(column)[k];
  return !span || ((from === null || span[1] >= from) && (to === null || span[0] <= to));
}

function fromSources(column, k) {
  const found = sourcesOf.get(column)[k];
  return !state.hiddenSources.size || !found.length || found.some((source) => !state.hiddenSources.has(source));
}

function passes(column, k) {
  if (state.hiddenStatuses.has(words[column.st[k]]) || sureness.get(column)[k] * 100 < state.least) return false;
  if (state.disputedOnly && !isDisputed(column === facts ? k : relations.f[k])) return false;
  return inTime(column, k) && fromSources(column, k);
}

// Everything that narrows what is seen, as it is when the page opens.
function clearFilters() {
  for (const hidden of [state.hiddenKinds, state.hiddenWords, state.hiddenSources, state.hiddenStatuses]) hidden.clear();
  for (const word of onlyInferred) state.hiddenWords.add(word);
  Object.assign(state, { months: [null, null], least: 0, disputedOnly: false });
}

function isFiltered() {
  const { hiddenKinds, hiddenWords } = state;
  const wordsChanged = hiddenWords.size !== onlyInferred.size || [...hiddenWords].some((w) => !onlyInferred.has(w));
  return Boolean(wordsChanged || hiddenKinds.size || areFactsFiltered());
}

// Whether the reader asks for some facts only; then what is in no fact at all is not wanted either.
function areFactsFiltered() {
  const { hiddenSources, hiddenStatuses, months, least, disputedOnly } = state;
  return Boolean(hiddenSources.size || hiddenStatuses.size || least || disputedOnly || months.some((m) => m !== null));
}

// After any change of a filter: the picture, the tables and the address follow.
function refilter() {
  redraw();
  if (!tablePanel.hidden) drawRows();
  writeAddress();
}
