// How much of everything is seen: the legend's numbers, the line at the foot, and the note when not all is drawn.
const counters = []; // [element, total, how many are seen now]
const legendShows = []; // called after every change, so that the legend's controls show the state

function showCounts() {
  const seenRelations = everyRelation.filter((r) => visible.relation[r]);
  const seenFacts = everyFact.filter((f) => passes(facts, f));
  const now = {
    kinds: tally(everyEntity.filter((i) => visible.entity[i]).map((i) => entities.kind[i])),
    words: tally(seenRelations.map((r) => relations.w[r])),
    statuses: tally(seenFacts.map((f) => words[facts.st[f]])),
    sources: tally(seenFacts.flatMap((f) => sourcesOf.get(facts)[f])),
    disputed: seenFacts.filter(isDisputed).length,
  };
  for (const [counter, total, seenNow] of counters) {
    const some = seenNow(now) ?? 0;
    counter.title = `${count(some)} of ${count(total)} shown`;
    counter.textContent = some === total ? count(total) : `${count(some)} / ${count(total)}`;
  }
  for (const show of legendShows) show();
  const seen = (list) => list.filter(Boolean).length;
  const part = (some, all, name, many) => `${some === all ? '' : `${count(some)} of `}${plural(all, name, many)}`;
  document.getElementById('counts').textContent = [
    part(seen(visible.entity), everyEntity.length, 'entity', 'entities'),
    part(seen(visible.relation), everyRelation.length, 'relation'),
    part(seenFacts.length, everyFact.length, 'fact'),
    plural(articles.id.length, 'article'),
  ].join(' · ');
  showNote();
}

function showNote() {
  const note = document.getElementById('note');
  const left = data.whole - everyEntity.length;
  note.hidden = state.shown.size >= everyEntity.length && !left;
  if (note.hidden) return;
  const few = `${count(state.shown.size)} of ${count(everyEntity.length)} entities are drawn, the most connected first.`;
  const rest =
    everyEntity.length <= SHOW_ALL_MOST
      ? [make('span', {}, `${few} Search finds the others.`), make('button', { type: 'button', onclick: showAll }, 'Show all')]
      : [make('span', {}, `${few} Search finds the others; for all at once save GEXF and open it in Gephi.`)];
  if (left)
    rest.push(
      make('span', {}, `${plural(left, 'entity', 'entities')} more in the graph, not in this page.`),
    );
  note.replaceChildren(...rest);
}

function showAll() {
  for (const i of everyEntity) state.shown.add(i);
  redraw();
  fitAll();
}
