// The tables beside the picture: sorted by any column, narrowed by typing, each row a way to its fact.
const tablePanel = document.getElementById('table');

function drawTable() {
  if (!FAMILIES.length) {
    tablePanel.replaceChildren(make('p', { class: 'none' }, 'No deals, deliveries or posts were found in these articles.'));
    return;
  }
  const tabs = FAMILIES.map((family) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        'aria-selected': String(family === view.family),
        onclick: () => {
          Object.assign(view, { family, sort: family.sort, down: family.down });
          drawTable();
        },
      },
      `${family.name} (${count(family.facts.length)})`,
    ),
  );
  const narrow = make('input', {
    type: 'search',
    placeholder: 'Narrow the table',
    'aria-label': 'Narrow the table',
    oninput: () => {
      view.text = narrow.value;
      drawRows();
    },
  });
  narrow.value = view.text;
  const csv = make(
    'button',
    {
      type: 'button',
      title: 'Save the rows shown as a CSV file',
      onclick: () => save(new Blob([tableCsv()], { type: 'text/csv' }), `${view.family.name.toLowerCase()}.csv`),
    },
    'CSV',
  );
  tablePanel.replaceChildren(make('div', { class: 'tabs', role: 'tablist' }, ...tabs, narrow, csv), make('div', { class: 'scroll' }));
  drawRows();
}

function drawRows() {
  const heads = view.family.columns.map(([heading, property]) =>
    make(
      'th',
      {
        scope: 'col',
        class: NUMBERS.has(property) ? 'number' : undefined,
        'aria-sort': view.sort === property ? (view.down ? 'descending' : 'ascending') : 'none',
      },
      make(
        'button',
        {
          type: 'button',
          onclick: () => {
            view.down = view.sort === property && !view.down;
            view.sort = property;
            drawRows();
          },
        },
        `${heading}${view.sort === property ? (view.down ? ' ↓' : ' ↑') : ''}`,
      ),
    ),
  );
  const rows = rowsShown();
  const body = make('tbody', {}, ...rows.slice(0, ROWS_MOST).map(tableRow));
  const cut =
    rows.length > ROWS_MOST
      ? [make('p', { class: 'none' }, `The first ${count(ROWS_MOST)} of ${count(rows.length)}; the CSV file has all.`)]
      : [];
  tablePanel
    .querySelector('.scroll')
    .replaceChildren(
      rows.length
        ? make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body)
        : make('p', { class: 'none' }, 'No row holds these words.'),
      ...cut,
    );
}

function tableRow(f) {
  const open = () => choose({ fact: f }, { move: true });
  const cell = ([, property], place) => {
    const values = cellValues(f, property).map((v) =>
      property === 'status'
        ? statusChip(v)
        : DATES.has(property)
          ? foreign(dateText(textOf(v), 'short'))
          : foreign(shortened(shownText(f, property, v), 90)),
    );
    const content = values.flatMap((value, k) => (k ? [', ', value] : [value]));
    const first =
      place === 0
        ? [
            make(
              'button',
              {
                type: 'button',
                class: 'link',
                onclick: (event) => {
                  event.stopPropagation();
                  open();
                },
              },
              ...(content.length ? content : ['–']),
            ),
          ]
        : content;
    return make('td', { class: NUMBERS.has(property) ? 'number' : DATES.has(property) ? 'date' : undefined }, ...first);
  };
  return make(
    'tr',
    { class: 'row', 'data-fact': f, 'aria-selected': String(state.chosen?.fact === f), onclick: open },
    ...view.family.columns.map(cell),
  );
}

function markRow() {
  for (const row of tablePanel.querySelectorAll('tr.row'))
    row.setAttribute('aria-selected', String(Number(row.dataset.fact) === state.chosen?.fact));
}

function toggleTable() {
  const open = tablePanel.hidden;
  tablePanel.hidden = !open;
  document.getElementById('table-button').setAttribute('aria-expanded', String(open));
  if (open) drawTable();
  requestAnimationFrame(fitAll);
}
