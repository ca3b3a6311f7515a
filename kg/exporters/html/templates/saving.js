// What the reader takes away: the picture as PNG or SVG, the relations shown as CSV or GEXF, the whole on paper, a link.
function save(blob, name) {
  const link = make('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function savePicture() {
  const source = container.querySelector('canvas');
  const copy = make('canvas', { width: source.width, height: source.height });
  const ctx = copy.getContext('2d');
  ctx.fillStyle = theme.page;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(source, 0, 0);
  copy.toBlob((blob) => save(blob, 'graph.png'));
}

// A cell that begins like a formula gets an apostrophe: spreadsheets would run it.
const csvCell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
const csv = (rows) => `\ufeff${rows.map((texts) => texts.map(csvCell).join(',')).join('\r\n')}\r\n`;

// One row for each relation shown and sentence behind it.
function relationsCsv() {
  const rows = everyRelation
    .filter((r) => visible.relation[r])
    .flatMap((r) => {
      const start = [entities.label[relations.s[r]], relationName[r], entities.label[relations.o[r]], words[relations.d[r]]];
      const rest = [spaced(words[relations.st[r]]), stated(r) ? '' : `by rule ${words[relations.inf[r]]}`];
      const said = relations.ev[r].length ? relations.ev[r] : [-1];
      return said.map((e) => [...start, ...rest, ...sentenceCells(e)]);
    });
  return csv([
    ['From', 'Relation', 'To', 'Date', 'Status', 'Inferred', 'Sentence', 'Confidence', 'Article', 'Publisher', 'Published', 'Address'],
    ...rows,
  ]);
}

function sentenceCells(e) {
  if (e < 0) return ['', '', '', '', '', ''];
  const a = evidence.a[e];
  const source = a < 0 ? ['', '', '', ''] : [titleOf(a), articles.p[a], articles.d[a], articles.u[a]];
  return [evidence.q[e], String(evidence.conf[e]), ...source];
}

const GEXF = 'http://gexf.net/1.3';
const VIZ = 'http://gexf.net/1.3/viz';

// What is shown, with places, sizes and colours, for Gephi. Built as a document, so that no text can become markup.
function gexf() {
  const doc = document.implementation.createDocument(GEXF, 'gexf');
  const add = (parent, name, values, space = GEXF) => {
    const node = doc.createElementNS(space, space === VIZ ? `viz:${name}` : name);
    setAll(node, values);
    parent.append(node);
    return node;
  };
  doc.documentElement.setAttribute('version', '1.3');
  const graph = add(doc.documentElement, 'graph', { defaultedgetype: 'directed', mode: 'static' });
  const declared = add(graph, 'attributes', { class: 'node' });
  add(declared, 'attribute', { id: 'kind', title: 'kind', type: 'string' });
  add(declared, 'attribute', { id: 'names', title: 'names', type: 'string' });
  const declaredOfEdges = add(graph, 'attributes', { class: 'edge' });
  for (const id of ['status', 'date', 'inferred']) add(declaredOfEdges, 'attribute', { id, title: id, type: 'string' });
  const values = (node, pairs) => {
    const list = add(node, 'attvalues', {});
    for (const [key, value] of pairs) if (value) add(list, 'attvalue', { for: key, value });
  };
  const nodes = add(graph, 'nodes', {});
  for (const i of everyEntity.filter((k) => visible.entity[k])) {
    const node = add(nodes, 'node', { id: entities.id[i], label: entities.label[i] });
    values(node, [
      ['kind', kindOf(i).label],
      ['names', entities.names[i].join(' | ')],
    ]);
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(colorOf(kindOf(i)).slice(at, at + 2), 16));
    add(node, 'color', { r, g, b }, VIZ);
    add(node, 'position', { x: entities.x[i], y: -entities.y[i], z: 0 }, VIZ);
    add(node, 'size', { value: entities.size[i] }, VIZ);
  }
  const edges = add(graph, 'edges', {});
  for (const r of everyRelation.filter((k) => visible.relation[k])) {
    const ends = { id: r, source: entities.id[relations.s[r]], target: entities.id[relations.o[r]], label: relationName[r] };
    values(add(edges, 'edge', ends), [
      ['status', words[relations.st[r]]],
      ['date', words[relations.d[r]]],
      ['inferred', stated(r) ? '' : words[relations.inf[r]]],
    ]);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(doc)}\n`;
}
