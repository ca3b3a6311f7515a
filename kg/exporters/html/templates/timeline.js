// Deals and deliveries along time: each at its date, one lane below the other where they would touch. A date known only to the
// month or year is drawn as long as it is unsure.
const LANE = 24; // px
const LABEL_MOST = 64; // characters
const LABEL_ROOM = 400; // px kept right of the last date for its label
const MONTH_LEAST = 3; // px
const EVENTS_MOST = 600; // more cannot be read, and take seconds to set out

const ruler = document.createElement('canvas').getContext('2d');

function timeline(rows, width) {
  const events = rows
    .filter((f) => factSpans[f])
    .sort((a, b) => factSpans[a][0] - factSpans[b][0] || inOrder(words[facts.d[a]], words[facts.d[b]]) || a - b);
  const cut = events.splice(EVENTS_MOST).length;
  if (!events.length) return make('p', { class: 'none' }, 'No deal or delivery with a date passes the filters.');
  const from = Math.floor(factSpans[events[0]][0] / 12) * 12;
  const to = events.reduce((most, f) => Math.max(most, factSpans[f][1]), from) + 1;
  const month = Math.max(MONTH_LEAST, (width - LABEL_ROOM) / (to - from));
  const box = make('div', { class: 'timeline', role: 'list' });
  const lanes = [];
  ruler.font = FONTS.plain;
  for (const f of events) {
    const left = (factSpans[f][0] - from + dayShare(words[facts.d[f]])) * month;
    const length =
      words[facts.d[f]].length === 10 && factSpans[f][1] === factSpans[f][0]
        ? 10
        : Math.max(10, (factSpans[f][1] - factSpans[f][0] + 1) * month);
    const text = shortened(factLine(f), LABEL_MOST);
    const right = left + length + ruler.measureText(text).width + 26;
    let lane = lanes.findIndex((end) => end <= left);
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = right;
    box.append(eventNode(f, text, left, length, lane));
  }
  for (const [name, at] of yearMarks(from, to, month)) {
    const line = make('div', { class: 'year', 'aria-hidden': 'true' }, make('span', {}, name));
    line.style.left = `${Math.round(at)}px`;
    box.append(line);
  }
  box.style.height = `${(lanes.length + 1) * LANE + 12}px`;
  box.style.width = `${Math.ceil((to - from) * month + LABEL_ROOM)}px`;
  const note = `The first ${count(EVENTS_MOST)} of ${count(EVENTS_MOST + cut)}; filter or narrow for the others.`;
  return make('div', {}, key(), cut ? make('p', { class: 'none' }, note) : null, box);
}

// What the marks mean.
function key() {
  const mark = (look) => make('span', { class: `when ${look}` });
  const marks = [
    [mark(''), 'deal'],
    [mark('delivery'), 'delivery'],
    [mark('good'), 'signed or done'],
    [mark('warn'), 'planned, expected or under way'],
    [mark('bad'), 'cancelled'],
    [mark('wide'), 'some time in that month or year'],
    [make('span', { class: 'warn' }, '≠'), 'sources disagree'],
  ];
  return make('p', { class: 'key' }, ...marks.map(([sign, text]) => make('span', {}, sign, text)));
}

const dayShare = (iso) => (iso.length === 10 ? (Number(iso.slice(8)) - 1) / 31 : 0);

// A mark for each year, or for fewer where they would run into each other.
function yearMarks(from, to, month) {
  const years = range(Math.ceil((to - from) / 12) + 1).map((k) => Math.floor(from / 12) + k);
  const step = [1, 2, 5, 10, 25, 50, 100].find((many) => many * 12 * month > 44) ?? 500;
  return years.filter((year) => year % step === 0 || years.length === 1).map((year) => [String(year), (year * 12 - from) * month]);
}

function eventNode(f, text, left, length, lane) {
  const status = words[facts.st[f]];
  const bar = make('span', { class: `when ${STATUS_LOOK[status] ?? ''} ${words[facts.kind[f]] === 'Delivery' ? 'delivery' : ''}` });
  bar.style.width = `${Math.round(length)}px`;
  const node = make(
    'button',
    {
      type: 'button',
      class: 'event',
      'data-fact': f,
      'aria-selected': String(state.chosen?.fact === f),
      title: [factLine(f), dateText(words[facts.d[f]]), spaced(status)].filter(Boolean).join('\n'),
      onclick: () => choose({ fact: f }, { move: true }),
    },
    bar,
    make('span', {}, text),
    isDisputed(f) ? make('span', { class: 'warn', title: 'Sources disagree' }, '≠') : null,
  );
  node.style.left = `${Math.round(left)}px`;
  node.style.top = `${(lane + 1) * LANE}px`;
  return make('div', { role: 'listitem' }, node);
}
