// Facts as rows, one table per family: which columns, in which order, narrowed by the filters and by which words, and as CSV.
// [heading, property]; 'date', 'status' and 'sources' are of the fact itself. A family takes the facts that its test accepts.
const FAMILIES = [
  {
    name: 'Deals',
    test: (f) => !['RoleHolding', 'Delivery'].includes(words[facts.kind[f]]),
    columns: [
      ['Buyer', 'buyer'],
      ['System', 'system'],
      ['Quantity', 'quantity'],
      ['Value', 'hasValue'],
      ['Date', 'date'],
      ['Status', 'status'],
      ['Disputed', 'dispute'],
      ['Seller', 'seller'],
      ['Maker', 'maker'],
      ['Kind', 'kind'],
      ['Sources', 'sources'],
    ],
    sort: 'date',
    down: true,
  },
  {
    name: 'Deliveries',
    test: (f) => words[facts.kind[f]] === 'Delivery',
    columns: [
      ['System', 'system'],
      ['To', 'to'],
      ['From', 'from'],
      ['Quantity', 'quantity'],
      ['Start', 'start'],
      ['End', 'end'],
      ['Status', 'status'],
      ['Disputed', 'dispute'],
      ['Sources', 'sources'],
    ],
    sort: 'start',
    down: true,
  },
  {
    name: 'Office holders',
    test: (f) => words[facts.kind[f]] === 'RoleHolding',
    columns: [
      ['Person', 'holder'],
      ['Title', 'title'],
      ['Of', 'of'],
      ['Status', 'status'],
      ['From', 'start'],
      ['Until', 'end'],
      ['Articles of', 'told'],
      ['Disputed', 'dispute'],
      ['Sources', 'sources'],
    ],
    sort: 'holder',
    down: false,
  },
  {
    name: 'Timeline',
    test: (f) => words[facts.kind[f]] !== 'RoleHolding' && factSpans[f],
    columns: [
      ['Date', 'date'],
      ['What', 'line'],
      ['Kind', 'kind'],
      ['Status', 'status'],
      ['Disputed', 'dispute'],
      ['Sources', 'sources'],
    ],
    sort: 'date',
    down: false,
  },
]
  .map((family) => ({ ...family, facts: everyFact.filter(family.test) }))
  .filter((family) => family.facts.length);
// A column that no fact fills is left out.
for (const family of FAMILIES)
  family.columns = family.columns.filter(([, property]) => family.facts.some((f) => cellValues(f, property).length));
const NUMBERS = new Set(['quantity', 'hasValue', 'sources']);
const DATES = new Set(['date', 'start', 'end', 'told']);
const ROWS_MOST = 1000;

const view = { family: FAMILIES[0], sort: FAMILIES[0]?.sort, down: FAMILIES[0]?.down, text: '', tall: false };

function cellValues(f, property) {
  switch (property) {
    case 'kind':
      return [capital(factName(f))];
    case 'date':
      return [words[facts.d[f]]].filter(Boolean);
    case 'status':
      return [words[facts.st[f]]].filter(Boolean);
    case 'told':
      return toldDates(f);
    case 'line':
      return [factLine(f)];
    case 'dispute':
      return disputes(f);
    case 'sources':
      return [String(new Set(facts.ev[f].map((e) => evidence.a[e])).size)];
    default:
      return slotOf(f, property);
  }
}
const shownText = (f, property, v) =>
  property === 'status' ? spaced(v) : property === 'quantity' ? quantityText(f) : isEntity(v) ? textOf(v) : valueText(textOf(v));
// In CSV a quantity keeps its unit and an amount all its digits.
const plainText = (f, property, v) =>
  property === 'status' ? spaced(v) : property === 'quantity' ? [v, ...slotOf(f, 'unit')].map(textOf).join(' ') : textOf(v);
const cellText = (f, property) =>
  cellValues(f, property)
    .map((v) => plainText(f, property, v).replace(ISOLATES, ''))
    .join('; ');

function rowsShown() {
  const asked = fold(view.text);
  const rows = view.family.facts.filter(
    (f) => passes(facts, f) && (!asked || fold(view.family.columns.map(([, p]) => cellText(f, p)).join(' ')).includes(asked)),
  );
  const key = (f) =>
    NUMBERS.has(view.sort) ? Number(/-?[\d,]*\.?\d+/.exec(cellText(f, view.sort))?.[0].replace(/,/g, '') ?? 0) : cellText(f, view.sort);
  const filled = rows.filter((f) => cellText(f, view.sort));
  filled.sort((a, b) => (NUMBERS.has(view.sort) ? key(a) - key(b) : inOrder(key(a), key(b))) || a - b);
  if (view.down) filled.reverse();
  return [...filled, ...rows.filter((f) => !cellText(f, view.sort))]; // an open slot is last, whichever way
}

function tableCsv() {
  const { columns } = view.family;
  const links = (f) => [...new Set(facts.ev[f].map((e) => articles.u[evidence.a[e]]).filter(Boolean))].join(' ');
  const rows = rowsShown().map((f) => [
    ...columns.map(([, p]) => cellText(f, p)),
    facts.ev[f].map((e) => evidence.q[e]).join(' | '),
    links(f),
  ]);
  return csv([[...columns.map(([heading]) => heading), 'Sentences', 'Addresses'], ...rows]);
}
