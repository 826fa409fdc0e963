// What changes elsewhere changes on the open page: the site says that something has, and the page reads its own address again.
// Elements with an id and data-live="booking:… slot:…" are replaced by what stands under their id there; data-says is read aloud when it differs.
const place = document.getElementById('live');
const [said, bar] = place.children;
const sections = () => [...document.querySelectorAll('[data-live][id]')];
const topics = [...new Set(sections().flatMap(section => section.dataset.live.split(' ').filter(Boolean)))];

// A page that shows nothing but the bell needs no more than a page that has it.
const address = sections().every(section => section.id === 'bell') ? '/notices' : location.href;

// As the site wrote them: what people do with a page is no change of it.
const shown = new Map(sections().map(section => [section.id, written(section)]));
const openedByTheSite = new WeakSet(document.querySelectorAll('details[open]'));
let timer, reading = false, again = false, failed = 0, hiddenAt = 0;
let readAt = performance.getEntriesByType('navigation')[0]?.requestStart ?? 0; // the page is of that moment, or newer
let starting, tries = 0, listening = false, lost = false, full = false, leaving = false, ended = false;
let kept = []; // sections that have changed and could not be replaced

/** Without the tokens of its forms, and without what differs from minute to minute. */
function written(section) {
  const copy = section.cloneNode(true);
  for (const passing of copy.querySelectorAll('[name=__RequestVerificationToken], [data-ago]')) passing.remove();
  return copy.outerHTML;
}

function isChanged(field) {
  if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

const isInUse = section => section.contains(document.activeElement)
  || [...section.querySelectorAll('input:not([type=hidden]), textarea, select')].some(isChanged)
  || [...section.querySelectorAll('details[open]')].some(fold => fold.querySelector('form') && !openedByTheSite.has(fold));

function tell() {
  const link = Object.assign(document.createElement('a'), { href: location.pathname + location.search, textContent: place.dataset.reload });
  bar.replaceChildren(...(lost && !ended ? [place.dataset.lost] : kept.length || ended ? [`${place.dataset.changed} `, link] : []));
}

/** Reads the page again in so many milliseconds; a page that nobody looks at, when somebody does. */
function lookIn(wait) {
  if (document.hidden) again = true;
  else timer ??= setTimeout(look, wait);
}

async function look() {
  timer = undefined;
  if (ended || leaving) return;
  if (reading || document.hidden) return void (again = true);
  [reading, again] = [true, false];
  const at = performance.now();
  try {
    const answer = await fetch(address, { cache: 'no-store', headers: { 'X-Reads-Itself': 'true' }, signal: AbortSignal.timeout(30000) });
    if (answer.redirected || [401, 403, 404, 410].includes(answer.status)) end(); // it has gone, or its reader has signed out
    else if (!answer.ok) throw new Error(answer.statusText);
    else replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    [readAt, failed] = [at, 0];
  } catch {
    [again, failed] = [true, failed + 1]; // no connection, or a node that cannot answer just now
  }
  reading = false;
  tell();
  if (again) lookIn(failed ? pause(failed) : 1000);
}

/** What a fold is about, wherever it stands. */
const nameOf = fold => [fold.querySelector('summary')?.textContent.trim(), ...[...fold.querySelectorAll('form')].map(form => form.getAttribute('action'))].join(' ');

/** The only fold of that name; null when there are several, which cannot be told apart. */
function alone(section, name) {
  const folds = [...section.querySelectorAll('details')].filter(fold => nameOf(fold) === name);
  return folds.length === 1 ? folds[0] : null;
}

function replace(page) {
  const news = [];
  kept = [];
  for (const section of sections()) {
    const next = page.getElementById(section.id);
    const html = next && written(next);
    if (html === shown.get(section.id)) continue;
    if (!next || isInUse(section)) {
      kept.push(section);
      continue;
    }
    for (const fold of next.querySelectorAll('details')) {
      if (fold.open) openedByTheSite.add(fold);
      const before = alone(section, nameOf(fold));
      if (before && alone(next, nameOf(fold))) fold.open = before.open;
    }
    if (next.dataset.says && next.dataset.says !== section.dataset.says) news.push(next.dataset.says);
    shown.set(section.id, html);
    section.replaceWith(document.adoptNode(next));
  }
  if (news.length) said.textContent = news.join('. ');
}

function end() {
  ended = true;
  hub.stop();
}

// The site runs on several nodes, and none knows of the others' connections: so there is nothing to negotiate, and whichever node answers will do.
const hub = new signalR.HubConnectionBuilder()
  .withUrl('/live', { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
  .configureLogging(signalR.LogLevel.None)
  .build();
hub.serverTimeoutInMilliseconds = 60000;
hub.keepAliveIntervalInMilliseconds = 20000;

const pause = tries => Math.min(10000, 500 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2);

async function start() {
  starting = undefined;
  if (ended || full || leaving || hub.state !== signalR.HubConnectionState.Disconnected) return;
  try {
    await hub.start();
    const missed = await hub.invoke('Watch', topics, performance.now() - readAt);
    if (missed) lookIn(tries ? Math.random() * 3000 : 100); // pages that come back had better not all ask at once
    [listening, lost, tries] = [true, false, 0];
    tell();
  } catch {
    await hub.stop(); // a line on which nothing is watched is none
    later();
  }
}

function later() {
  if (!ended && !full && !leaving) starting ??= setTimeout(start, pause(tries++));
}

function gone() {
  listening = false;
  setTimeout(() => {
    if (leaving || ended || full || lost || listening) return;
    lost = true;
    tell();
    lookIn(0); // whoever has signed out is told so
  }, 1500);
}

hub.on('Changed', () => lookIn(200));
hub.on('Full', () => { full = true; }); // so many pages of theirs listen: this one is as it would be without scripts
hub.onclose(() => {
  gone();
  later();
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hiddenAt = Date.now();
  else if (again || Date.now() - hiddenAt > 60000) lookIn(0);
});
document.addEventListener('focusout', () => setTimeout(() => { if (kept.some(section => section.isConnected && !isInUse(section))) lookIn(0); }));
document.addEventListener('toggle', event => { if (!event.target.open && kept.some(section => !isInUse(section))) lookIn(0); }, true);
addEventListener('online', () => lookIn(0));
addEventListener('pagehide', () => { leaving = true; });
addEventListener('pageshow', event => {
  leaving = false;
  if (!event.persisted) return;
  start();
  lookIn(0);
});
start();
