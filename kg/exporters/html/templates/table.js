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
        onclick: () => showFamily(family),
      },
      tabText(family),
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
      onclick: () => save(new Blob([tableCsv()], { type: 'text/csv' }), `${view.family.name.toLowerCase().replace(' ', '-')}.csv`),
    },
    'CSV',
  );
  const tall = make(
    'button',
    {
      type: 'button',
      'aria-pressed': String(view.tall),
      title: 'The table alone, or beside the picture',
      onclick: () => {
        view.tall = !view.tall;
        tablePanel.parentElement.classList.toggle('tall', view.tall);
        tall.setAttribute('aria-pressed', String(view.tall));
        drawRows();
        requestAnimationFrame(refit);
      },
    },
    'Enlarge',
  );
  tablePanel.replaceChildren(
    make('div', { class: 'tabs' }, make('div', { role: 'tablist' }, ...tabs), narrow, csv, tall),
    make('div', { class: 'scroll', tabindex: '0', role: 'tabpanel', 'aria-label': view.family.name }),
  );
  drawRows();
}

function tabText({ name, facts: list }) {
  const some = list.filter((f) => passes(facts, f)).length;
  return `${name} (${some === list.length ? '' : `${count(some)} / `}${count(list.length)})`;
}

function showFamily(family) {
  Object.assign(view, { family, sort: family.sort, down: family.down });
  drawTable();
  writeAddress();
}

function drawRows() {
  const scroll = tablePanel.querySelector('.scroll');
  if (!scroll) return;
  tablePanel.querySelectorAll('[role=tab]').forEach((tab, k) => {
    tab.textContent = tabText(FAMILIES[k]);
  });
  if (view.family.name === 'Timeline') scroll.replaceChildren(timeline(rowsShown(), scroll.clientWidth - 24));
  else scroll.replaceChildren(...rowsAsTable());
  markRow();
}

function rowsAsTable() {
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
  return [
    rows.length
      ? make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body)
      : make('p', { class: 'none' }, 'No row holds these words and passes the filters.'),
    ...cut,
  ];
}

function tableRow(f) {
  const open = () => choose({ fact: f }, { move: true });
  const cell = ([, property], place) => {
    const values = cellValues(f, property).map((v) =>
      property === 'status'
        ? statusChip(v)
        : property === 'dispute'
          ? make('span', { class: 'warn', title: v }, shortened(disputeText(v), 60))
          : DATES.has(property)
            ? foreign(dateText(textOf(v), 'short'))
            : foreign(shortened(shownText(f, property, v), 90)),
    );
    const content = between(values, property === 'told' ? ' – ' : ', ');
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

// "value: 2300000000 EUR (…) / 2500000000 EUR (…)" → "value: €2.3 billion / €2.5 billion"
function disputeText(text) {
  const [, name, values] = /^([^:]+): (.*)$/su.exec(text) ?? [];
  if (!name) return text;
  const shown = values.split(' / ').map((value) => statedText(value)[0]);
  return `${name}: ${shown.join(' / ')}`;
}

// The chosen fact's row, and those of the chosen entity, are marked, and the first of them brought into sight.
function markRow() {
  const { chosen } = state;
  const own = new Set(chosen?.fact !== undefined ? [chosen.fact] : chosen?.entity !== undefined ? factsOf[chosen.entity] : []);
  const marked = [...tablePanel.querySelectorAll('[data-fact]')].filter((row) => {
    row.setAttribute('aria-selected', String(own.has(Number(row.dataset.fact))));
    return own.has(Number(row.dataset.fact));
  });
  marked[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function toggleTable() {
  openTable(tablePanel.hidden);
  writeAddress();
}

function openTable(open) {
  tablePanel.hidden = !open;
  tablePanel.parentElement.classList.toggle('tall', open && view.tall);
  document.getElementById('table-button').setAttribute('aria-expanded', String(open));
  if (open) drawTable();
  requestAnimationFrame(refit);
}
