// Draws each figure from the table in its section: what is drawn and what is read are the same numbers.
// Colours are the theme's; series differ by pattern, dash and point as well.
(() => {
  const tones = ['--eg-red-text', '--eg-indigo-text', '--eg-moss-text'];
  const [dashes, points] = [[[], [7, 4], [2, 3]], ['circle', 'rectRot', 'triangle']];
  const theme = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const read = table => {
    const rows = [...table.tBodies[0].rows];
    const columns = [...table.tHead.rows[0].cells].map((head, index) => ({ head, index })).filter(({ head }) => head.dataset.drawn === 'yes');
    return {
      labels: rows.map(row => row.cells[0].textContent.trim()),
      columns: columns.map(({ head, index }) => ({
        name: head.textContent.trim(), ...head.dataset,
        values: rows.map(row => (row.cells[index].dataset.value === '' ? null : Number(row.cells[index].dataset.value))),
        said: rows.map(row => row.cells[index].textContent.trim()),
      })),
    };
  };

  const numbers = ({ unit, currency }, most) => {
    const long = most > 72; // hours that are read as days
    const style = { money: { style: 'currency', currency }, percent: { style: 'percent' }, hours: { style: 'unit', unit: long ? 'day' : 'hour', unitDisplay: 'narrow' } }[unit];
    const form = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', ...style });
    const scale = unit === 'percent' ? 100 : unit === 'hours' && long ? 24 : 1;
    return value => form.format(value / scale);
  };

  const pattern = (tone, series) => {
    if (series === 0) return tone;
    const tile = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
    const pen = tile.getContext('2d');
    Object.assign(pen, { strokeStyle: tone, fillStyle: tone, lineWidth: 2.5 });
    if (series === 1) for (const at of [-8, 0, 8]) { pen.moveTo(at, 8); pen.lineTo(at + 8, 0); }
    else pen.arc(4, 4, 2.4, 0, 7);
    if (series === 1) pen.stroke(); else pen.fill();
    return pen.createPattern(tile, 'repeat');
  };

  const colours = (line, series) => {
    const tone = theme(tones[series % tones.length]);
    return { borderColor: tone, backgroundColor: line ? tone : pattern(tone, series) };
  };

  const paint = chart => {
    const [ink, grid] = [theme('--bs-secondary-color'), theme('--bs-border-color')];
    chart.data.datasets.forEach((set, series) => Object.assign(set, colours(chart.config.type === 'line', series)));
    for (const scale of Object.values(chart.options.scales)) { scale.ticks.color = ink; scale.grid.color = grid; }
    chart.options.plugins.legend.labels.color = ink;
    chart.update('none');
  };

  const draw = canvas => {
    const [shape, section] = [canvas.dataset.chart, canvas.closest('section')];
    const { labels, columns } = read(section.querySelector('table'));
    const [line, lying] = [shape === 'line', shape === 'ranking'];
    const stacked = lying || shape === 'stacked';
    const amounts = { stacked, beginAtZero: true, ticks: { callback: numbers(columns[0], Math.max(...columns.flatMap(column => column.values))) }, grid: {} };
    amounts.ticks.maxTicksLimit = 6;
    if (columns[0].unit === 'percent') amounts.max = 100;
    if (columns[0].unit === 'count') amounts.ticks.precision = 0;
    const names = { stacked, ticks: { autoSkip: !lying }, grid: { display: false } };
    canvas.parentElement.hidden = false;
    if (lying) canvas.parentElement.style.height = `${labels.length * 34 + (columns.length > 1 ? 76 : 44)}px`;
    const chart = new Chart(canvas, {
      type: line ? 'line' : 'bar',
      data: {
        labels,
        datasets: columns.map((column, series) => ({
          ...colours(line, series), label: column.name, data: column.values, borderWidth: 2, borderDash: line ? dashes[series % 3] : [], pointStyle: points[series % 3], pointRadius: 4, maxBarThickness: 36,
        })),
      },
      options: {
        indexAxis: lying ? 'y' : 'x', maintainAspectRatio: false, animation: still ? false : { duration: 350 },
        interaction: { mode: 'index', axis: lying ? 'y' : 'x', intersect: false },
        scales: { [lying ? 'x' : 'y']: amounts, [lying ? 'y' : 'x']: names },
        plugins: {
          colors: { enabled: false },
          legend: { display: columns.length > 1, labels: { usePointStyle: line } },
          tooltip: { callbacks: { label: at => `${columns[at.datasetIndex].name}: ${columns[at.datasetIndex].said[at.dataIndex]}` } },
        },
      },
    });
    section.querySelector('details').open = false;
    paint(chart);
    return chart;
  };

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  const charts = [...document.querySelectorAll('canvas[data-chart]')].map(draw);
  new MutationObserver(() => charts.forEach(paint)).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
})();
