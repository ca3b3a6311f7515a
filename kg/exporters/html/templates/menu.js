// The menu of what can be saved.
const saveMenu = document.getElementById('save-menu');
const saveButton = document.getElementById('save-button');
const SAVES = [
  ['Picture (PNG)', () => savePicture()],
  ['Picture (SVG)', () => save(new Blob([svgPicture()], { type: 'image/svg+xml' }), 'graph.svg')],
  ['Relations shown (CSV)', () => save(new Blob([relationsCsv()], { type: 'text/csv' }), 'relations.csv')],
  ['Graph shown (GEXF)', () => save(new Blob([gexf()], { type: 'application/xml' }), 'graph.gexf')],
  ['Print', () => window.print()],
];
saveMenu.append(
  ...SAVES.map(([name, act]) => make('button', { type: 'button', role: 'menuitem', onclick: () => (toggleSaveMenu(false), act()) }, name)),
);

function toggleSaveMenu(open = saveMenu.hidden) {
  saveMenu.hidden = !open;
  saveButton.setAttribute('aria-expanded', String(open));
  if (open) saveMenu.firstChild.focus();
  else if (saveMenu.contains(document.activeElement)) saveButton.focus();
}

saveMenu.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...saveMenu.children];
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener('click', (event) => {
  if (!saveMenu.hidden && !saveMenu.contains(event.target) && event.target !== saveButton) toggleSaveMenu(false);
});
