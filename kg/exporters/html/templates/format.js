// How values read, and the only ways this page makes elements: text is always text, a link is always http or https.
const language = navigator.language || 'en';
const count = (number) => new Intl.NumberFormat(language).format(number);
const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;
// The ontology's verb phrases as a form's labels: "has value" → "Value".
const slotLabel = (label) => capital(label.replace(/^has /, ''));
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// "deceasedInOffice" → "deceased in office": a status is a name in the ontology, not yet words.
const spaced = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const ISO_DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

// As precise as it was stated: 2024, March 2024, 5 March 2024.
function dateText(iso, monthForm = 'long') {
  const [whole, year, month, day] = ISO_DATE.exec(iso) ?? [];
  if (!whole) return iso;
  const moment = new Date(0);
  moment.setUTCFullYear(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  if (Number.isNaN(moment.getTime())) return iso;
  const parts = { year: 'numeric', ...(month && { month: monthForm }), ...(day && { day: 'numeric' }) };
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(moment);
}

// The quantity with its unit: they are two slots of a fact, and one thing to a reader.
function quantityText(f) {
  const number = slotOf(f, 'quantity').map(textOf)[0] ?? '';
  return valueText(`${number} ${slotOf(f, 'unit').map(textOf)[0] ?? ''}`.trim());
}

const MONEY = /^(about )?(-?[\d,]+(?:\.\d+)?) ([A-Z]{3})\b/;
const QUANTITY = /^(about )?([\d,]+(?:\.\d+)?) ([a-z][a-z -]*[a-z])$/;
const amountOf = (text) => Number((MONEY.exec(text)?.[2] ?? text).replace(/,/g, ''));

// "2,500,000,000 USD" → "$2.5 billion"; "4 battery" → "4 batteries"; "2017-12" → "December 2017"; anything else stays as it is.
function valueText(text) {
  if (ISO_DATE.test(text)) return dateText(text);
  const money = MONEY.exec(text);
  if (money) return (money[1] ?? '') + moneyText(amountOf(text), money[3]) + text.slice(money[0].length);
  const quantity = QUANTITY.exec(text);
  if (!quantity) return text;
  const number = Number(quantity[2].replace(/,/g, ''));
  return `${quantity[1] ?? ''}${count(number)} ${number === 1 ? quantity[3] : several(quantity[3])}`;
}

// "$2.5 billion", with the sign where the reader's language puts it; Intl has no such form for currencies.
function moneyText(amount, currency) {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(1);
  const sign = parts.find((part) => part.type === 'currency').value;
  const number = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }).format(amount);
  if (parts[parts.length - 1].type === 'currency') return `${number} ${sign}`;
  return /^\p{L}+$/u.test(sign) ? `${sign} ${number}` : sign + number;
}

function several(unit) {
  if (/(craft|percent|series|personnel|s)$/.test(unit)) return unit;
  if (/(ch|sh|x)$/.test(unit)) return `${unit}es`;
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

const STATUS_LOOK = {
  signed: 'good',
  delivered: 'good',
  completed: 'good',
  current: 'good',
  cancelled: 'bad',
  deceasedInOffice: 'bad',
  planned: 'warn',
  expected: 'warn',
  approved: 'warn',
  acting: 'warn',
  elect: 'warn',
  appointed: 'warn',
  started: 'warn',
};
const chip = (text, look) => make('span', { class: `chip ${look}`.trim() }, text);
const statusChip = (status) => chip(spaced(status), STATUS_LOOK[status] ?? '');

// make('button', {class: 'link', onclick: f}, 'text', node, …)
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

// Text from outside, in its own direction: a Hebrew name must not turn the English around it.
const foreign = (text, tag = 'bdi') => make(tag, { dir: 'auto' }, text);
const time = (iso) => (ISO_DATE.test(iso) ? make('time', { datetime: iso }, dateText(iso)) : document.createTextNode(iso));

function safeLink(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    /* not an address: shown as text */
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) return foreign(text);
  return make('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, text);
}

const graphemes = Intl.Segmenter ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

// At most so many characters as a reader counts them; an emoji or an accented letter is never cut in two.
function shortened(text, most) {
  if (text.length <= most) return text;
  const parts = graphemes ? [...graphemes.segment(text)].map((part) => part.segment) : [...text];
  if (parts.length <= most) return text;
  const kept = parts.slice(0, most - 1).join('');
  return `${kept.trimEnd()}…`;
}
