// When things happened: bars by month or year, and two sliders that narrow everything to a span of months.
const BINS_MOST = 60;

function drawTimes() {
  if (!(firstMonth < lastMonth)) return [];
  const span = make('div', { class: 'meta span' });
  const bars = histogram();
  const slider = (place, label, open) => {
    const input = make('input', { type: 'range', min: firstMonth, max: lastMonth, step: 1, 'aria-label': label });
    const show = () => {
      input.value = state.months[place] ?? open;
      input.setAttribute('aria-valuetext', dateText(isoOfMonth(Number(input.value))));
    };
    input.addEventListener('input', () => {
      const month = Number(input.value);
      state.months[place] = month === open ? null : month;
      const [from, to] = state.months;
      if (from !== null && to !== null && from > to) state.months[1 - place] = month; // the other one is pushed along
      refilter();
    });
    legendShows.push(show);
    return input;
  };
  const sliders = [slider(0, 'From month', firstMonth), slider(1, 'To month', lastMonth)];
  legendShows.push(() => {
    const [from, to] = [state.months[0] ?? firstMonth, state.months[1] ?? lastMonth];
    span.textContent = `${dateText(isoOfMonth(from), 'short')} – ${dateText(isoOfMonth(to), 'short')}`;
    for (const bar of bars.children) bar.classList.toggle('out', Number(bar.dataset.to) < from || Number(bar.dataset.from) > to);
  });
  return [make('h2', { title: 'What has no date stays' }, 'Time'), make('div', { class: 'times' }, bars, ...sliders, span)];
}

// How many facts begin in each stretch of time.
function histogram() {
  const step = [1, 3, 12, 60, 120].find((months) => (lastMonth - firstMonth) / months < BINS_MOST) ?? 1200;
  const start = Math.floor(firstMonth / step) * step;
  const bins = new Array(Math.floor((lastMonth - start) / step) + 1).fill(0);
  for (const [from] of dated) bins[Math.floor((from - start) / step)] += 1;
  const most = Math.max(...bins);
  const svg = document.createElementNS(SVG, 'svg');
  setAll(svg, { viewBox: `0 0 ${bins.length * 10} 40`, preserveAspectRatio: 'none', 'aria-hidden': 'true', class: 'bars' });
  bins.forEach((number, k) => {
    const height = number ? 4 + (36 * number) / most : 0;
    const bar = document.createElementNS(SVG, 'rect');
    setAll(bar, { x: k * 10 + 1, y: 40 - height, width: 8, height });
    Object.assign(bar.dataset, { from: start + k * step, to: start + (k + 1) * step - 1 });
    svg.append(bar);
  });
  return svg;
}
