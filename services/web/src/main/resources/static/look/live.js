// One event stream per browser: the tab that holds the lock opens it and passes on what it hears.
// A frame carries a view, an id and a position, never a name; each tab fetches what it shows under its own rights.
(() => {
  "use strict";
  const url = document.body.dataset.liveUrl;
  if (!url) return;
  const STALE_AFTER = 15000, PAUSE = 100, BETWEEN = 1000, MANY = 40;
  const channel = "BroadcastChannel" in self ? new BroadcastChannel("crossface-live") : null;
  const age = document.querySelector("[data-live-age]"), banner = document.getElementById("live-banner");
  let heard = Date.now(), connected = false, missed = false, out = false, source = null;

  function take(message) {
    if (message.kind === "out") return signedOut();
    heard = Date.now();
    // What happened while nobody listened is fetched: between the making of the page and its first beat, and between two streams.
    const late = !connected && message.kind === "beat" && message.position > Number(document.body.dataset.livePosition);
    if (missed || late || (connected && message.kind === "open")) refetchAll();
    if (message.kind !== "open") connected = true;
    missed = false;
    if (message.kind === "change") changed(message);
    tick();
  }
  const tell = message => { take(message); channel?.postMessage(message); };
  if (channel) channel.onmessage = event => take(event.data);

  function open() {
    source?.close();
    source = new EventSource(url);
    source.addEventListener("open", () => tell({ kind: "open" }));
    source.addEventListener("beat", event => tell({ kind: "beat", position: Number(event.data) }));
    source.addEventListener("change", event => tell({ kind: "change", ...JSON.parse(event.data) }));
    source.onerror = async () => {
      const closed = source.readyState === EventSource.CLOSED;
      const answer = await fetch(url + "/probe", { redirect: "manual" }).catch(() => null);
      if (answer && answer.status === 401) { source.close(); tell({ kind: "out" }); }
      else if (closed) setTimeout(open, 2000);
    };
  }
  if (navigator.locks) navigator.locks.request("crossface-live", () => { open(); return new Promise(() => {}); });
  else open();

  // What a change concerns: whole fragments (data-live="view") and sets of items (data-live-set="view", data-url).
  const waiting = new Map();
  function changed({ view, id, position }) {
    for (const el of document.querySelectorAll(`[data-live~="${view}"]`)) {
      if (el.dataset.liveId && el.dataset.liveId !== id) continue;
      if (Number(el.dataset.position || 0) < position) later(el, "*");
    }
    for (const el of document.querySelectorAll(`[data-live-set="${view}"]`)) later(el, id);
  }
  function refetchAll() {
    for (const el of document.querySelectorAll("[data-live], [data-live-set]")) later(el, "*");
  }
  function later(el, id) {
    const open = waiting.get(el);
    if (open) return open.add(id);
    waiting.set(el, new Set([id]));
    const rest = Number(el.dataset.liveAt || 0) + Number(el.dataset.livePause || BETWEEN) - Date.now();
    setTimeout(() => fetchNow(el), Math.max(PAUSE, rest));
  }
  async function fetchNow(el) {
    if (el.dataset.liveBusy) return void setTimeout(() => fetchNow(el), BETWEEN);
    if (!el.isConnected) return void waiting.delete(el);
    if (isTypedIn(el)) return void hold(el);
    const ids = waiting.get(el) || new Set(["*"]);
    waiting.delete(el);
    el.dataset.liveBusy = "1";
    el.dataset.liveAt = Date.now();
    try {
      if (el.dataset.liveSet && !ids.has("*") && ids.size <= MANY) await fetchItems(el, [...ids]);
      else if (el.dataset.liveSet) await swap(el, el.dataset.whole);
      else await swap(el, el.dataset.url || location.href);
    } finally {
      delete el.dataset.liveBusy;
    }
  }
  const headers = { "HX-Request": "true", "X-Live": "1" };
  async function read(address) {
    const answer = await fetch(address, { headers, redirect: "manual" });
    if (answer.status === 401 || answer.type === "opaqueredirect") { signedOut(); return null; }
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }
  async function swap(el, address) {
    const page = await read(address), fresh = page && page.getElementById(el.id);
    if (!fresh) return;
    if (isTypedIn(el)) return hold(el);
    const focus = document.activeElement && el.contains(document.activeElement) && document.activeElement.id;
    const folds = [...el.querySelectorAll("details[id]")].map(d => [d.id, d.open]);
    const scrolls = [...el.querySelectorAll("[data-keep-scroll]")].map(s => [s.id, s.scrollLeft, s.scrollTop]);
    fresh.dataset.liveAt = Date.now();
    el.replaceWith(document.adoptNode(fresh));
    window.htmx?.process(fresh);
    const since = waiting.get(el);
    waiting.delete(el);
    since?.forEach(id => later(fresh, id));
    for (const [id, open] of folds) { const kept = document.getElementById(id); if (kept) kept.open = open; }
    for (const [id, left, top] of scrolls) document.getElementById(id)?.scrollTo(left, top);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    fresh.dispatchEvent(new CustomEvent("live:swapped", { bubbles: true }));
  }
  // Items move between their lanes in the order that the server gives them (data-order, smallest first).
  async function fetchItems(el, ids) {
    const join = el.dataset.url.includes("?") ? "&" : "?";
    const page = await read(el.dataset.url + join + "ids=" + ids.map(encodeURIComponent).join(","));
    if (!page) return;
    for (const id of ids) {
      const old = document.getElementById("pc-" + id), fresh = page.getElementById("pc-" + id);
      const kept = old && old.contains(document.activeElement);
      if (old && fresh && Number(old.dataset.position) > Number(fresh.dataset.position)) continue;
      old?.remove();
      const lane = fresh && document.getElementById("lane-" + fresh.dataset.lane);
      if (!lane) continue;
      const next = [...lane.children].find(c => c.dataset.order > fresh.dataset.order);
      lane.insertBefore(document.adoptNode(fresh), next || null);
      fresh.classList.add("lit");
      if (kept) fresh.querySelector("a")?.focus({ preventScroll: true });
    }
    for (const fresh of page.querySelectorAll("[data-replace]")) document.getElementById(fresh.id)?.replaceWith(document.adoptNode(fresh));
    el.dispatchEvent(new CustomEvent("live:swapped", { bubbles: true }));
  }

  // Nobody's half-typed form is replaced: it is told that something changed, and refetched when it is left.
  const changedField = f => f.matches('[type="checkbox"],[type="radio"]') ? f.checked !== f.defaultChecked
    : f.matches("select") ? [...f.options].some(o => o.selected !== o.defaultSelected) && f.selectedIndex > 0 : f.value !== f.defaultValue;
  const isTypedIn = el => [...el.querySelectorAll("form input:not([type=hidden]), form select, form textarea")]
    .some(f => f === document.activeElement || changedField(f));
  function hold(el) {
    waiting.set(el, new Set(["*"]));
    el.dispatchEvent(new CustomEvent("live:held", { bubbles: true }));
    setTimeout(() => fetchNow(el), 2000);
  }

  function say(tone, lead, text, label, act) {
    if (banner.dataset.says === lead) return;
    banner.dataset.says = lead;
    banner.innerHTML = `<div class="banner is-${tone}"><svg class="i" aria-hidden="true"><use href="#${tone === "hold" ? "lock" : "wifi"}"/></svg><span><b></b> <span></span></span><button type="button" class="btn btn-sm"></button></div>`;
    banner.querySelector("b").textContent = lead;
    banner.querySelector("span span").textContent = text;
    const button = banner.querySelector("button");
    button.textContent = label;
    button.onclick = act;
  }
  function signedOut() {
    out = true;
    document.documentElement.classList.add("is-stale", "is-out");
    if (age) age.textContent = "Signed out";
    say("hold", "Signed out.", "What is shown may be old. What you typed is kept on this page until you leave it.", "Sign in", () => location.assign("/sign-in?ended"));
  }
  function tick() {
    if (out) return;
    const since = Date.now() - heard, stale = since > STALE_AFTER;
    if (stale) missed = true;
    document.documentElement.classList.toggle("is-stale", stale);
    if (age) age.textContent = !connected && !stale ? "Connecting" : stale ? `Data is ${Math.round(since / 1000)} s old` : `Live, ${Math.round(since / 1000)} s old`;
    if (stale) say("risk", "Data is old.", "Nothing was heard for 15 s. Trying again every 2 s; what you type is kept.", "Try now", () => (source ? open() : location.reload()));
    else if (banner.dataset.says) { banner.replaceChildren(); delete banner.dataset.says; }
  }
  // What shows the time (data-refresh, seconds) is fetched anew while somebody looks at it.
  setInterval(() => {
    if (document.hidden || out || !connected) return;
    for (const el of document.querySelectorAll("[data-refresh]")) {
      const shown = Number(el.dataset.liveAt || performance.timeOrigin);
      if (Date.now() - shown > Number(el.dataset.refresh) * 1000) later(el, "*");
    }
  }, 5000);
  // What every page leaves for later is fetched once the page stands.
  for (const el of document.querySelectorAll('[data-refresh="0"]')) later(el, "*");
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tick(); });
})();
