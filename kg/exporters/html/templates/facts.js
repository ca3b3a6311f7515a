// One fact as a card: what it is, all its slots, and every sentence that says it with its source.
const QUOTES_FIRST = 3;
const HIDDEN_SLOTS = new Set(['status', 'hedge', 'unit']); // chips in the first line; the unit stands with its quantity

const entityButton = (i) =>
  make('button', { type: 'button', class: 'link', dir: 'auto', onclick: () => choose({ entity: i }, { move: true }) }, entities.label[i]);

function factCard(f, self = -1, alone = false) {
  const status = words[facts.st[f]];
  const hedge = words[facts.hedge[f]];
  const date = words[facts.d[f]];
  const first = make(
    'div',
    { class: 'first' },
    make('span', { class: 'what' }, capital(factName(f))),
    status ? statusChip(status) : null,
    hedge ? chip(hedge, 'warn') : null,
    date ? time(date) : null,
    isDisputed(f) ? chip('sources disagree', 'warn') : null,
    alone
      ? null
      : make(
          'button',
          { type: 'button', class: 'link only', title: 'A link to this record alone', onclick: () => choose({ fact: f }, { move: true }) },
          'Open',
        ),
  );
  const slots = make('dl', {}, ...facts.slots[f].filter(([p]) => !HIDDEN_SLOTS.has(words[p])).flatMap(slotRows(f, self)));
  const clashes = facts.clash[f].map((sentence) => make('p', { class: 'clash' }, 'Contradicted: ', foreign(words[sentence])));
  const more = [
    ...conflictNodes(f),
    ...historyNodes(f),
    ...quotes(facts.ev[f], namesIn(f)),
    ...decisionNodes(decisionsOf.fact.get(f), { fact: f }),
  ];
  return make('article', { class: 'fact', 'data-fact': f }, first, ...clashes, slots, ...more);
}

const slotRows =
  (f, self) =>
  ([property, label, values]) => [
    make('dt', {}, slotLabel(words[label])),
    ...values.map((value) => make('dd', {}, ...valueNodes(f, words[property], value, self))),
  ];

// A value, and in quotation marks the words it was read from where they are not the same.
function valueNodes(f, property, value, self) {
  if (isEntity(value)) return [value === self ? foreign(entities.label[value], 'b') : entityButton(value)];
  const text = property === 'quantity' ? quantityText(f) : valueText(textOf(value));
  const written = writtenOf(value);
  return [foreign(text), written && written !== text ? make('span', { class: 'written' }, ' “', foreign(written), '”') : null];
}

const namesIn = (f) => partiesOf[f].flatMap((i) => [entities.label[i], ...entities.names[i]]);

// Quotes with their sources; beyond the first few behind a button.
function quotes(list, names) {
  const blocks = (part) => part.flatMap((e) => quote(e, names));
  if (list.length <= QUOTES_FIRST + 1) return blocks(list);
  const more = make(
    'button',
    { type: 'button', onclick: () => more.replaceWith(...blocks(list.slice(QUOTES_FIRST))) },
    `Show ${list.length - QUOTES_FIRST} more sentences`,
  );
  return [...blocks(list.slice(0, QUOTES_FIRST)), more];
}

function quote(e, names) {
  const block = make('blockquote', { dir: 'auto' }, ...marked(evidence.q[e], names));
  const a = evidence.a[e];
  const parts = a >= 0 ? [...sourceParts(a), ...sourceNotes(a)] : [];
  for (const name of evidence.by[e]) parts.push(make('span', { class: 'voice' }, 'said by ', foreign(name)));
  if (words[evidence.hedge[e]]) parts.push(make('span', { class: 'voice' }, 'in doubt: ', foreign(words[evidence.hedge[e]])));
  const source = make('div', { class: 'source' }, ...between(parts, ' · '));
  const rule = make(
    'div',
    { class: 'source' },
    'Rule ',
    make('span', { class: 'rule' }, words[evidence.rule[e]]),
    ` · confidence ${percent(evidence.conf[e])}`,
  );
  const said = evidence.said[e].length
    ? make(
        'details',
        { class: 'source' },
        make('summary', {}, 'What this article says'),
        make('dl', {}, ...evidence.said[e].map((w) => words[w]).flatMap(saidRow)),
      )
    : null;
  return [block, source, rule, ...(said ? [said] : [])];
}

// "hasDate: 2017-12 (December 2017)" as a row of a form.
function saidRow(text) {
  const [, property, value] = /^(\w+): (.*)$/su.exec(text) ?? [null, '', text];
  const [shown, written] = statedText(value);
  const words = written && written !== shown ? make('span', { class: 'written' }, ' “', foreign(written), '”') : null;
  return [make('dt', {}, slotLabel(spaced(property))), make('dd', {}, foreign(shown), words)];
}

const percent = (share) => new Intl.NumberFormat(language, { style: 'percent' }).format(share);

const WORD = /[\p{L}\p{N}]/u;

// The quote with the names of the fact's parties marked: whole words of three letters or more.
function marked(text, names) {
  const spans = [];
  for (const name of [...new Set(names)].filter((n) => n.length >= 3).sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const whole = !WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(end));
      if (whole && !spans.some(([from, to]) => from < end && at < to)) spans.push([at, end]);
    }
  }
  const pieces = [];
  let done = 0;
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    pieces.push(text.slice(done, from), make('mark', {}, text.slice(from, to)));
    done = to;
  }
  return [...pieces, text.slice(done)].filter((piece) => piece !== '');
}
