// Lists in the panel: facts as cards, relations and articles as rows, long ones shown in parts.
const CARDS_FIRST = 25;
const CARDS_MORE = 50;
const CARDS_ON_PATH = 2;
const GLANCE_LEAST = 3;
const GLANCE_FIRST = 12;
const GLANCE_MORE = 100;

// Facts of an entity by what they are called: posts first, which are the most asked for, then the rest by name; each newest first.
function factGroups(i) {
  const byName = new Map();
  for (const f of factsOf[i]) {
    const name = factName(f);
    if (!byName.has(name)) byName.set(name, []);
    byName.get(name).push(f);
  }
  const late = (name) => (name === READERS_WORDS.RoleHolding ? 0 : 1);
  for (const list of byName.values()) list.sort((a, b) => inOrder(words[facts.d[b]], words[facts.d[a]]) || a - b);
  return [...byName].sort(([a], [b]) => late(a) - late(b) || inOrder(a, b));
}

const groups = (i) =>
  factGroups(i).flatMap(([name, list]) => [make('h3', {}, `${capital(name)} (${count(list.length)})`), ...cards(list, i, CARDS_FIRST)]);

// Each fact in one line, so that nobody has to read all cards to find one.
function glance(i) {
  if (factsOf[i].length < GLANCE_LEAST) return [];
  const row = (f) =>
    make(
      'li',
      {},
      make('button', { type: 'button', class: 'link', onclick: () => choose({ fact: f }, { move: true }) }, factLine(f)),
      ' ',
      words[facts.st[f]] ? statusChip(words[facts.st[f]]) : null,
      ...(isDisputed(f) ? [' ', chip('sources disagree', 'warn')] : []),
      words[facts.d[f]] ? make('span', { class: 'meta' }, ' ', time(words[facts.d[f]])) : null,
    );
  const list = factGroups(i).flatMap(([, group]) => group);
  return [make('h3', {}, 'At a glance'), make('ul', { class: 'glance' }, ...inParts(list, row, GLANCE_FIRST, GLANCE_MORE))];
}

const cards = (list, self, most) => inParts(list, (f) => factCard(f, self), most, CARDS_MORE);

// The first of a list as nodes, and a button that makes the next ones when asked: a list may have thousands.
function inParts(list, nodeOf, most, next) {
  const shown = list.slice(0, most).map(nodeOf);
  if (list.length <= most) return shown;
  const rest = list.slice(most);
  const more = make(
    'button',
    { type: 'button', onclick: () => more.replaceWith(...inParts(rest, nodeOf, next, next)) },
    `Show ${count(Math.min(rest.length, next))} more`,
  );
  return [...shown, more];
}

function relationRow(r, self) {
  const [s, o] = [relations.s[r], relations.o[r]];
  const name = (i) => (i === self ? foreign(entities.label[i], 'b') : entityButton(i));
  const detail = relationDetail(r);
  const why =
    relations.f[r] >= 0
      ? make('button', { type: 'button', class: 'link', onclick: () => choose({ fact: relations.f[r] }, { move: true }) }, 'from this fact')
      : null;
  const badge =
    relations.inf[r] >= 0
      ? make('span', { class: 'chip inferred', title: 'No article says it in these words' }, `inferred: ${words[relations.inf[r]]}`)
      : null;
  const rule = words[relations.why[r]];
  return make(
    'div',
    { class: 'relation' },
    name(s),
    make('span', { class: 'says' }, `${relationName[r]} →`),
    name(o),
    badge,
    detail ? make('span', { class: 'meta' }, detail) : null,
    why,
    rule ? make('div', { class: 'because' }, foreign(rule)) : null,
  );
}

function articleList(list) {
  if (!list.length) return [];
  const row = (a) => make('li', {}, ...between([...sourceParts(a), ...sourceNotes(a)], ' · '));
  const sorted = [...list].sort((a, b) => inOrder(articles.d[b], articles.d[a]) || a - b);
  const shown = sorted.slice(0, 10).map(row);
  const ul = make('ul', {}, ...shown);
  if (sorted.length > 10) {
    const more = make(
      'button',
      {
        type: 'button',
        onclick: () => {
          ul.append(...sorted.slice(10).map(row));
          more.remove();
        },
      },
      `Show ${sorted.length - 10} more`,
    );
    return [make('h3', {}, `Articles (${count(list.length)})`), ul, more];
  }
  return [make('h3', {}, `Articles (${count(list.length)})`), ul];
}
