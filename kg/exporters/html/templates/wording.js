// A name that is read from the right, set apart, so that it does not turn the line it stands in.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ISOLATES = /[\u2068\u2069]/g;
const isolated = (text) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
const nameOf = (i) => isolated(entities.label[i]);
const namesOf = (f, property) => slotOf(f, property).map(textOf).map(isolated);

// A fact in one line, as a headline would put it: "Poland buys K2 · 180 tanks · $3.37 billion", "Ada Quill · minister · Vandor".
function factLine(f) {
  if (words[facts.kind[f]] === 'RoleHolding') {
    const title = [words[facts.st[f]] === 'former' ? 'former' : '', ...slotOf(f, 'title').map(textOf).slice(0, 1)]
      .filter(Boolean)
      .join(' ');
    return [...namesOf(f, 'holder'), title, ...namesOf(f, 'of')].filter(Boolean).join(' · ');
  }
  const drawn = relationsOfFact[f].filter(stated);
  const goods = slotOf(f, 'system');
  const r = drawn.find((k) => goods.includes(relations.o[k])) ?? drawn[0];
  if (r === undefined) return partiesOf[f].map(nameOf).join(' · ') || facts.label[f];
  const said = [`${nameOf(relations.s[r])} ${words[relations.w[r]]} ${nameOf(relations.o[r])}`];
  const many = quantityText(f).replace(/^[\d,.]+$/, '× $&'); // a bare number would say nothing
  return [...said, many, ...slotOf(f, 'hasValue').map((v) => valueText(textOf(v)))].filter(Boolean).join(' · ');
}

// First and last publication date of the articles that tell of a fact.
function toldDates(f) {
  const dates = facts.ev[f]
    .map((e) => articles.d[evidence.a[e]] ?? '')
    .filter(Boolean)
    .sort();
  return [...new Set([dates[0], dates[dates.length - 1]])].filter(Boolean);
}

// "value: 2300000000 EUR (2.3 billion euros) / 2500000000 EUR (2.5 billion euros)"
const disputes = (f) => [
  ...facts.split[f].map(
    ([, label, stated]) => `${slotLabel(words[label]).toLowerCase()}: ${stated.map(([text]) => words[text]).join(' / ')}`,
  ),
  ...facts.clash[f].map((sentence) => words[sentence]),
];
