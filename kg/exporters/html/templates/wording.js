// A fact in one line, as a headline would put it: "Poland buys K2 · 180 tanks · $3.37 billion", "Ada Quill · minister · Vandor".
function factLine(f) {
  if (words[facts.kind[f]] === 'RoleHolding') {
    const title = [words[facts.st[f]] === 'former' ? 'former' : '', ...slotOf(f, 'title').map(textOf).slice(0, 1)]
      .filter(Boolean)
      .join(' ');
    return [...slotOf(f, 'holder').map(textOf), title, ...slotOf(f, 'of').map(textOf)].filter(Boolean).join(' · ');
  }
  const drawn = relationsOfFact[f].filter(stated);
  const goods = slotOf(f, 'system');
  const r = drawn.find((k) => goods.includes(relations.o[k])) ?? drawn[0];
  if (r === undefined) return partiesOf[f].map((i) => entities.label[i]).join(' · ') || facts.label[f];
  const said = [`${entities.label[relations.s[r]]} ${words[relations.w[r]]} ${entities.label[relations.o[r]]}`];
  return [...said, quantityText(f), ...slotOf(f, 'hasValue').map((v) => valueText(textOf(v)))].filter(Boolean).join(' · ');
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
