// Finding an entity by any of its names, whatever the accents and the order of the words.
const searchBox = document.getElementById('search');
const found = document.getElementById('found');
const FOUND_MOST = 12;

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const index = everyEntity.map((i) => [entities.label[i], ...entities.names[i]].map(fold));

function search(text) {
  const asked = fold(text).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  const whole = asked.join(' ');
  const scored = [];
  for (const i of everyEntity) {
    let best = 9;
    let by = 0;
    index[i].forEach((name, k) => {
      if (!asked.every((word) => name.includes(word))) return;
      const score =
        (name === whole ? 0 : name.startsWith(whole) ? 1 : name.split(/[\s-]+/).some((word) => word.startsWith(asked[0])) ? 2 : 3) +
        (k ? 0.5 : 0);
      if (score < best) {
        best = score;
        by = k;
      }
    });
    if (best < 9) scored.push({ i, best, by });
  }
  return scored.sort((a, b) => a.best - b.best || rankOf[a.i] - rankOf[b.i]).slice(0, FOUND_MOST);
}

let picked = 0;
let results = [];

function showFound() {
  results = search(searchBox.value);
  picked = 0;
  const open = searchBox.value.trim() !== '';
  found.hidden = !open;
  searchBox.setAttribute('aria-expanded', String(open));
  found.replaceChildren(...(results.length ? results.map(foundRow) : [make('li', { class: 'none' }, 'No name like this in the graph')]));
  markPicked();
}

function foundRow({ i, by }, place) {
  const also = by ? make('div', { class: 'also' }, 'also ', foreign(entities.names[i][by - 1])) : null;
  const name = make('div', {}, foreign(shortened(entities.label[i], 80)), also);
  return make(
    'li',
    {
      role: 'option',
      id: `found-${place}`,
      onmousedown: (event) => {
        event.preventDefault();
        take(place);
      },
    },
    icon(kindOf(i)),
    name,
    make('span', { class: 'also' }, plural(factsOf[i].length, 'fact')),
  );
}

function markPicked() {
  [...found.children].forEach((row, place) => row.setAttribute('aria-selected', String(place === picked && results.length > 0)));
  if (results.length) searchBox.setAttribute('aria-activedescendant', `found-${picked}`);
  else searchBox.removeAttribute('aria-activedescendant');
  found.children[picked]?.scrollIntoView({ block: 'nearest' });
}

function take(place) {
  if (!results[place]) return;
  const { i } = results[place];
  closeFound();
  searchBox.value = '';
  container.focus({ preventScroll: true }); // the arrow keys walk on from here
  choose({ entity: i }, { centre: true });
}

function closeFound() {
  found.hidden = true;
  searchBox.setAttribute('aria-expanded', 'false');
  searchBox.removeAttribute('aria-activedescendant');
}

searchBox.addEventListener('input', showFound);
searchBox.addEventListener('focus', () => {
  if (searchBox.value) showFound();
});
searchBox.addEventListener('blur', closeFound);
searchBox.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    picked = (picked + (event.key === 'ArrowDown' ? 1 : results.length - 1)) % Math.max(results.length, 1);
    markPicked();
  } else if (event.key === 'Enter') {
    take(picked);
  } else if (event.key === 'Escape') {
    searchBox.value = '';
    closeFound();
    searchBox.blur();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
});
