// Facts as tables, one per family, sorted by any column, narrowed by typing, saved as CSV.
const tablePanel = document.getElementById('table');
// [heading, property]; 'date', 'status' and 'sources' are of the fact itself. A family takes the facts that its test accepts.
const FAMILIES = [
  { name: 'Deals', test: (f) => !['RoleHolding', 'Delivery'].includes(words[facts.kind[f]]), columns: [['Kind', 'kind'], ['Buyer', 'buyer'], ['System', 'system'], ['Quantity', 'quantity'], ['Value', 'hasValue'], ['Date', 'date'], ['Status', 'status'], ['Seller', 'seller'], ['Maker', 'maker'], ['Sources', 'sources']], sort: 'date', down: true },
  { name: 'Deliveries', test: (f) => words[facts.kind[f]] === 'Delivery', columns: [['System', 'system'], ['To', 'to'], ['From', 'from'], ['Quantity', 'quantity'], ['Start', 'start'], ['End', 'end'], ['Status', 'status'], ['Sources', 'sources']], sort: 'start', down: true },
  { name: 'Posts', test: (f) => words[facts.kind[f]] === 'RoleHolding', columns: [['Person', 'holder'], ['Title', 'title'], ['Of', 'of'], ['Status', 'status'], ['From', 'start'], ['Until', 'end'], ['Sources', 'sources']], sort: 'holder', down: false },
].map((family) => ({ ...family, facts: everyFact.filter(family.test) })).filter((family) => family.facts.length);
// A column that no fact fills is left out.
for (const family of FAMILIES) family.columns = family.columns.filter(([, property]) => family.facts.some((f) => cellValues(f, property).length));
const NUMBERS = new Set(['quantity', 'hasValue', 'sources']);
const DATES = new Set(['date', 'start', 'end']);
const ROWS_MOST = 1000;

const view = { family: FAMILIES[0], sort: FAMILIES[0]?.sort, down: FAMILIES[0]?.down, text: '' };

function cellValues(f, property) {
  switch (property) {
    case 'kind': return [factName(f)];
    case 'date': return [words[facts.d[f]]].filter(Boolean);
    case 'status': return [words[facts.st[f]]].filter(Boolean);
    case 'sources': return [String(new Set(facts.ev[f].map((e) => evidence.a[e])).size)];
    default: return slotOf(f, property);
  }
}
const shownText = (f, property, v) => (property === 'status' ? spaced(v) : property === 'quantity' ? quantityText(f) : isEntity(v) ? textOf(v) : valueText(textOf(v)));
// In CSV a quantity keeps its unit and an amount all its digits.
const plainText = (f, property, v) => (property === 'status' ? spaced(v) : property === 'quantity' ? [v, ...slotOf(f, 'unit')].map(textOf).join(' ') : textOf(v));
const cellText = (f, property) => cellValues(f, property).map((v) => plainText(f, property, v)).join('; ');

function rowsShown() {
  const asked = fold(view.text);
  const rows = view.family.facts.filter((f) => !asked || fold(view.family.columns.map(([, p]) => cellText(f, p)).join(' ')).includes(asked));
  const key = (f) => (NUMBERS.has(view.sort) ? Number(/-?[\d,]*\.?\d+/.exec(cellText(f, view.sort))?.[0].replace(/,/g, '') ?? 0) : cellText(f, view.sort));
  const filled = rows.filter((f) => cellText(f, view.sort));
  filled.sort((a, b) => (NUMBERS.has(view.sort) ? key(a) - key(b) : inOrder(key(a), key(b))) || a - b);
  if (view.down) filled.reverse();
  return [...filled, ...rows.filter((f) => !cellText(f, view.sort))]; // an open slot is last, whichever way
}

function drawTable() {
  if (!FAMILIES.length) { tablePanel.replaceChildren(make('p', { class: 'none' }, 'No deals, deliveries or posts were found in these articles.')); return; }
  const tabs = FAMILIES.map((family) => make('button', { type: 'button', role: 'tab', 'aria-selected': String(family === view.family), onclick: () => { Object.assign(view, { family, sort: family.sort, down: family.down }); drawTable(); } }, `${family.name} (${count(family.facts.length)})`));
  const narrow = make('input', { type: 'search', placeholder: 'Narrow the table', 'aria-label': 'Narrow the table', oninput: () => { view.text = narrow.value; drawRows(); } });
  narrow.value = view.text;
  const csv = make('button', { type: 'button', title: 'Save the rows shown as a CSV file', onclick: () => save(new Blob([tableCsv()], { type: 'text/csv' }), `${view.family.name.toLowerCase()}.csv`) }, 'CSV');
  tablePanel.replaceChildren(make('div', { class: 'tabs', role: 'tablist' }, ...tabs, narrow, csv), make('div', { class: 'scroll' }));
  drawRows();
}

function drawRows() {
  const heads = view.family.columns.map(([heading, property]) => make(
    'th', { scope: 'col', class: NUMBERS.has(property) ? 'number' : undefined, 'aria-sort': view.sort === property ? (view.down ? 'descending' : 'ascending') : 'none' },
    make('button', { type: 'button', onclick: () => { view.down = view.sort === property && !view.down; view.sort = property; drawRows(); } }, `${heading}${view.sort === property ? (view.down ? ' ↓' : ' ↑') : ''}`),
  ));
  const rows = rowsShown();
  const body = make('tbody', {}, ...rows.slice(0, ROWS_MOST).map(tableRow));
  const cut = rows.length > ROWS_MOST ? [make('p', { class: 'none' }, `The first ${count(ROWS_MOST)} of ${count(rows.length)}; the CSV file has all.`)] : [];
  tablePanel.querySelector('.scroll').replaceChildren(rows.length ? make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body) : make('p', { class: 'none' }, 'No row holds these words.'), ...cut);
}

function tableRow(f) {
  const open = () => choose({ fact: f }, { move: true });
  const cell = ([, property], place) => {
    const values = cellValues(f, property).map((v) => (property === 'status' ? statusChip(v) : DATES.has(property) ? foreign(dateText(textOf(v), 'short')) : foreign(shortened(shownText(f, property, v), 90))));
    const content = values.flatMap((value, k) => (k ? [', ', value] : [value]));
    const first = place === 0 ? [make('button', { type: 'button', class: 'link', onclick: (event) => { event.stopPropagation(); open(); } }, ...(content.length ? content : ['–']))] : content;
    return make('td', { class: NUMBERS.has(property) ? 'number' : DATES.has(property) ? 'date' : undefined }, ...first);
  };
  return make('tr', { class: 'row', 'data-fact': f, 'aria-selected': String(state.chosen?.fact === f), onclick: open }, ...view.family.columns.map(cell));
}

function markRow() {
  for (const row of tablePanel.querySelectorAll('tr.row')) row.setAttribute('aria-selected', String(Number(row.dataset.fact) === state.chosen?.fact));
}

// A cell that begins like a formula gets an apostrophe: spreadsheets would run it.
const csvCell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

function tableCsv() {
  const { columns } = view.family;
  const line = (texts) => texts.map(csvCell).join(',');
  const links = (f) => [...new Set(facts.ev[f].map((e) => articles.u[evidence.a[e]]).filter(Boolean))].join(' ');
  const rows = rowsShown().map((f) => line([...columns.map(([, p]) => cellText(f, p)), facts.ev[f].map((e) => evidence.q[e]).join(' | '), links(f)]));
  return `\ufeff${[line([...columns.map(([heading]) => heading), 'Sentences', 'Addresses']), ...rows].join('\r\n')}\r\n`;
}

function toggleTable() {
  const open = tablePanel.hidden;
  tablePanel.hidden = !open;
  document.getElementById('table-button').setAttribute('aria-expanded', String(open));
  if (open) drawTable();
  requestAnimationFrame(fitAll);
}
