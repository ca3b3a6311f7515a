// What the page knows, as columns.py gives it; here it is only indexed.
const { kinds, n: entities, l: lines, r: relations, f: facts, ev: evidence, a: articles, words } = data;

const range = (count) => Array.from({ length: count }, (_, i) => i);
const everyEntity = range(entities.id.length);
const everyRelation = range(relations.s.length);
const everyFact = range(facts.id.length);
const entityById = new Map(entities.id.map((id, i) => [id, i]));
const factById = new Map(facts.id.map((id, i) => [id, i]));

const pairKey = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);
const lineByPair = new Map(lines.s.map((s, i) => [pairKey(s, lines.o[i]), i]));
const lineOfRelation = everyRelation.map((r) => lineByPair.get(pairKey(relations.s[r], relations.o[r])) ?? -1);

const relationsOfLine = lines.s.map(() => []);
const relationsOf = everyEntity.map(() => []);
const linesOf = everyEntity.map(() => []);
const factsOf = everyEntity.map(() => []);
const relationsOfFact = everyFact.map(() => []);

lines.s.forEach((s, l) => {
  linesOf[s].push(l);
  linesOf[lines.o[l]].push(l);
});
for (const r of everyRelation) {
  relationsOf[relations.s[r]].push(r);
  if (relations.o[r] !== relations.s[r]) relationsOf[relations.o[r]].push(r);
  if (lineOfRelation[r] >= 0) relationsOfLine[lineOfRelation[r]].push(r);
  if (relations.f[r] >= 0) relationsOfFact[relations.f[r]].push(r);
}

// Every entity that fills a slot of a fact, and every fact an entity takes part in.
const partiesOf = everyFact.map((f) => {
  const ends = relationsOfFact[f].flatMap((r) => [relations.s[r], relations.o[r]]);
  const filling = facts.slots[f].flatMap(([, , values]) => values.filter((v) => typeof v === 'number'));
  return [...new Set([...filling, ...ends])];
});
for (const f of everyFact) for (const i of partiesOf[f]) factsOf[i].push(f);

const stated = (r) => relations.inf[r] < 0;
const connections = everyEntity.map((i) => relationsOf[i].filter(stated).length); // inferred ones repeat what others say
const inOrder = new Intl.Collator(undefined, { numeric: true }).compare;
// Most connected first: the order in which names get room and entities are shown.
const ranked = [...everyEntity].sort((a, b) => connections[b] - connections[a] || inOrder(entities.label[a], entities.label[b]) || a - b);
const rankOf = new Array(ranked.length);
ranked.forEach((i, place) => {
  rankOf[i] = place;
});

const iriOf = (column, k) => column.iri[k] || data.base + column.id[k];
const kindOf = (i) => kinds[entities.kind[i]];
const otherEnd = (l, i) => (lines.s[l] === i ? lines.o[l] : lines.s[l]);
const slotOf = (f, property) => facts.slots[f].find(([p]) => words[p] === property)?.[2] ?? [];
// A slot's value is an entity's number, a text, or [text, the words it was read from].
const isEntity = (value) => typeof value === 'number';
const textOf = (value) => (isEntity(value) ? entities.label[value] : Array.isArray(value) ? value[0] : value);
const writtenOf = (value) => (Array.isArray(value) ? value[1] : '');

// What a fact is called: the ontology's words, but a reader's where those are a modeller's.
const READERS_WORDS = { RoleHolding: 'post held' };
const factName = (f) => READERS_WORDS[words[facts.kind[f]]] ?? (words[facts.name[f]] || words[facts.kind[f]]);

// What a line is called: a post by its title, everything else by the ontology's words.
const relationName = everyRelation.map((r) => {
  const f = relations.f[r];
  const title = stated(r) && f >= 0 ? slotOf(f, 'title').map(textOf)[0] : '';
  if (!title) return words[relations.w[r]];
  return words[facts.st[f]] === 'former' ? `former ${title}` : title;
});

// What is written on a line: what has not come about must not read as if it had.
const NOT_YET = new Set(['planned', 'expected', 'cancelled']);
const lineName = everyRelation.map((r) => {
  const status = words[relations.st[r]];
  return relationName[r] + (NOT_YET.has(status) ? ` (${status})` : '');
});
