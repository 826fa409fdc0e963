// Draws a calendar in place of the month that the page has as a table: the same entries, by month, week or list. Who directs a venue
// begins a slot by a click or a drag, and drags a slot to another time; what is refused snaps back, and the sentence is said.
// All times are what the venue's clocks show. They come and go without an offset and are drawn as they are, so nothing here knows zones.

const root = document.querySelector('[data-calendar]');
const phone = matchMedia('(max-width: 767.98px)');
const views = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listMonth' };
const nameOf = view => Object.keys(views).find(name => views[name] === view);
const day = 24 * 60 * 60 * 1000;
const { events, locale, month, today, new: begins, failed, unmoved } = root.dataset;
const here = new URL(location.href);

// --- What is said ---

const said = Object.assign(document.createElement('div'), { hidden: true });
said.setAttribute('role', 'alert');
root.before(said);

function say(words, looks = 'alert-danger') {
  said.className = `alert ${looks}`;
  said.hidden = !words;
  said.textContent = words ?? '';
}

// --- Entries ---

// a span that ends during a night includes the day on which the night does
const lastDay = end => end.slice(11, 16) > '00:00' ? new Date(Date.parse(end.slice(0, 10)) + day).toISOString().slice(0, 10) : end.slice(0, 10);

async function read(span, done, lost) {
  try {
    const answer = await fetch(`${events}&start=${span.startStr.slice(0, 10)}&end=${lastDay(span.endStr)}`);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const entries = (await answer.json()).filter(found => found.start < span.endStr);
    if (said.textContent === failed) say();
    const gaps = entries.filter(found => found.gap).map(({ start }) => ({ start, allDay: true, display: 'background', className: 'calendar-gap' }));
    beginAt(Math.min(14, ...entries.filter(found => !found.allDay).map(found => Number(found.start.slice(11, 13))).filter(hour => hour >= 6)));
    done([...entries, ...gaps]); // an empty weekend stands out as a day, not only as an entry
  } catch (error) {
    say(failed);
    lost(error);
  }
}

// the hours of a week begin in the afternoon, or earlier where something does
function beginAt(hour) {
  const first = `${String(hour).padStart(2, '0')}:00:00`;
  if (calendar.getOption('slotMinTime') !== first) calendar.setOption('slotMinTime', first);
}

// as Pages/Shared/_CalendarEntry.cshtml draws it
function entry({ event, timeText }) {
  const { href, looks, alert } = event.extendedProps;
  const link = Object.assign(document.createElement('a'), { href, className: looks, draggable: false });
  const add = (tag, words, className = '') => { if (words) link.append(Object.assign(document.createElement(tag), { textContent: words, className })); };
  add('span', event.allDay ? '' : timeText);
  add('span', event.title, 'month-what');
  add('strong', alert);
  return { domNodes: [link] };
}

// --- Moving ---

async function move({ event, revert }) {
  const fields = {
    start: event.startStr.slice(0, 16), end: event.endStr.slice(0, 16), version: event.extendedProps.version,
    __RequestVerificationToken: document.querySelector('input[name=__RequestVerificationToken]').value,
  };
  const answer = await fetch(event.extendedProps.move, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => null);
  const outcome = await answer?.json().catch(() => null);
  if (!outcome?.done) revert(); // on coming back, too, the slot stands where it is
  if (outcome?.to) return location.assign(outcome.to);
  say(outcome?.said ?? unmoved, outcome?.done ? 'alert-success' : 'alert-danger');
  calendar.refetchEvents();
}

// --- Beginning ---

function begin(date, from, to) {
  const target = new URL(begins, location.href);
  for (const [name, value] of Object.entries({ date, from, to })) if (value) target.searchParams.set(name, value);
  location.assign(target);
}

const time = (moment, allDay) => allDay ? undefined : moment.slice(11, 16);

// --- The calendar ---

// a name of its own hides what a cell shows: the cell's words are its name
function speak({ el }) {
  el.removeAttribute('aria-label');
  for (const hidden of el.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-hidden');
}

// and what shows nothing heads nothing
function hush() {
  for (const empty of root.querySelectorAll('[role=rowheader]:empty')) empty.setAttribute('role', 'gridcell');
}

// the address keeps what is looked at, for coming back and for the plain view
function remember({ view }) {
  hush();
  const before = here.href;
  const middle = new Date((view.currentStart.getTime() + view.currentEnd.getTime()) / 2).toISOString().slice(0, 10); // a week may begin in the month before
  here.searchParams.set('month', middle.slice(0, 7));
  here.searchParams.set('day', middle);
  here.searchParams.set('view', nameOf(view.type));
  if (here.href !== before) say(); // what was said of a move was said where it happened
  history.replaceState(null, '', here);
  const plain = document.querySelector('[data-calendar-plain]');
  const target = new URL(plain.href);
  target.searchParams.set('month', middle.slice(0, 7));
  plain.href = target;
  carry(middle);
}

// and what the page leads to begins where one is
function carry(middle) {
  const form = document.querySelector('form.filters');
  if (!form) return;
  for (const name of ['month', 'day', 'view']) {
    const field = form.elements[name] ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
    field.value = here.searchParams.get(name);
  }
  const stages = form.querySelector('[data-calendar-week]');
  if (stages) stages.search = new URLSearchParams({ week: middle });
}

function firstDay() {
  const asked = here.searchParams.get('day');
  return asked?.startsWith(month.slice(0, 7)) && !isNaN(new Date(asked)) ? asked : today.startsWith(month.slice(0, 7)) ? today : month;
}

const calendar = new FullCalendar.Calendar(root, {
  timeZone: 'UTC', locale, firstDay: 1, height: 'auto', fixedWeekCount: false,
  initialDate: firstDay(), now: `${today}T00:00:00Z`,
  initialView: views[Object.keys(views).find(name => name === here.searchParams.get('view'))] ?? (phone.matches ? views.list : views.month),
  headerToolbar: { start: 'prev,next today', center: 'title', end: Object.values(views).join(',') },
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  slotHeaderFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  // a night belongs to the day on which it begins
  slotMinTime: '14:00:00', slotMaxTime: '30:00:00', nextDayThreshold: '06:00:00',
  views: { dayGrid: { eventDurationEditable: false } },
  eventDisplay: 'block', eventContent: entry, eventClass: 'calendar-entry', events: read, buttonClass: 'calendar-button', todayHint: () => undefined,
  dayHeaderDidMount: speak, dayCellDidMount: speak, datesSet: remember,
  selectable: Boolean(begins), selectMinDistance: 5, unselectAuto: true,
  selectAllow: span => span.startStr.slice(0, 10) >= today && span.end - span.start <= day,
  dateClick: span => { if (begins && span.dateStr.slice(0, 10) >= today) begin(span.dateStr.slice(0, 10), time(span.dateStr, span.allDay)); },
  select: span => begin(span.startStr.slice(0, 10), time(span.startStr, span.allDay), time(span.endStr, span.allDay)),
  eventAllow: span => !span.allDay && span.end - span.start < day,
  eventDrop: move, eventResize: move,
});

document.querySelector('[data-calendar-month]').hidden = true;
root.hidden = false;
calendar.render();

// a phone, and paper, has a list
let wide = calendar.view.type;
phone.addEventListener('change', () => {
  if (phone.matches) wide = calendar.view.type;
  calendar.changeView(phone.matches ? views.list : wide);
});
