// What changes elsewhere changes on the open page: the site says that something has, and the page reads its own address again.
// Elements with an id and data-live="booking:… slot:…" are replaced by what stands under their id there; data-says is read aloud when it differs.
const place = document.getElementById('live');
const [said, bar] = place.children;
const sections = () => [...document.querySelectorAll('[data-live][id]')];
const topics = [...new Set(sections().flatMap(section => section.dataset.live.split(' ').filter(Boolean)))];

// As the site wrote them: what people do with a page is no change of it, nor are the tokens of its forms.
const shown = new Map(sections().map(section => [section.id, written(section)]));
let timer, reading = false, again = false, lost = false, leaving = false, ended = false, hiddenAt = 0;
let kept = []; // sections that have changed and could not be replaced

function written(section) {
  const copy = section.cloneNode(true);
  for (const token of copy.querySelectorAll('[name=__RequestVerificationToken]')) token.remove();
  return copy.outerHTML;
}

function isChanged(field) {
  if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

const isInUse = section => section.contains(document.activeElement)
  || [...section.querySelectorAll('input:not([type=hidden]), textarea, select')].some(isChanged);

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
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok || answer.redirected) end(); // it has gone, or its reader has signed out
    else replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch { /* no connection: the page is read when there is one again */ }
  reading = false;
  tell();
  if (again) lookIn(1000);
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
    const folds = section.querySelectorAll('details');
    next.querySelectorAll('details').forEach((fold, n) => { fold.open ||= folds[n]?.open ?? false; });
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
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: tried => pause(tried.previousRetryCount) })
  .configureLogging(signalR.LogLevel.None)
  .build();
hub.serverTimeoutInMilliseconds = 60000;
hub.keepAliveIntervalInMilliseconds = 20000;

const pause = tries => Math.min(10000, 500 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2);

async function watch(age) {
  if (await hub.invoke('Watch', topics, age).catch(() => true)) lookIn(100);
}

async function start(tries) {
  if (ended || leaving || hub.state !== signalR.HubConnectionState.Disconnected) return;
  try {
    await hub.start();
  } catch {
    setTimeout(start, pause(tries), tries + 1);
    return;
  }
  if (lost) back();
  else watch(performance.now() - (performance.getEntriesByType('navigation')[0]?.requestStart ?? 0));
}

function back() {
  lost = false;
  tell();
  watch(0);
  lookIn(Math.random() * 1000);
}

function gone() {
  setTimeout(() => {
    if (leaving || ended || lost || hub.state === signalR.HubConnectionState.Connected) return;
    lost = true;
    tell();
    look(); // whoever has signed out is told so
  }, 1500);
}

hub.on('Changed', everywhere => lookIn(everywhere ? Math.random() * 3000 : 200));
hub.onreconnecting(gone);
hub.onreconnected(back);
hub.onclose(() => {
  gone();
  setTimeout(start, pause(0), 1);
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hiddenAt = Date.now();
  else if (again || Date.now() - hiddenAt > 60000) lookIn(0);
});
document.addEventListener('focusout', () => setTimeout(() => { if (kept.some(section => section.isConnected && !isInUse(section))) lookIn(0); }));
addEventListener('online', () => lookIn(0));
addEventListener('pagehide', () => { leaving = true; });
addEventListener('pageshow', event => {
  leaving = false;
  if (!event.persisted) return;
  start(0);
  lookIn(0);
});
start(0);
