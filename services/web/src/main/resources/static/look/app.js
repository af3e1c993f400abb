// Keys, appearance and the CSRF token of htmx requests.
(() => {
  "use strict";
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
  document.addEventListener("htmx:configRequest", event => {
    const header = meta("csrf-header");
    if (header) event.detail.headers[header] = meta("csrf-token");
  });

  document.addEventListener("click", event => {
    const theme = event.target.closest("[data-theme-set]");
    if (theme) setTheme(theme);
    if (event.target.closest("[data-print]")) window.print();
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  function setTheme(button) {
    const theme = button.dataset.themeSet;
    document.documentElement.classList.remove("light", "dark");
    if (theme) document.documentElement.classList.add(theme);
    document.cookie = `crossface-theme=${theme};path=/;max-age=31536000;samesite=strict`;
    for (const other of document.querySelectorAll("[data-theme-set]")) other.setAttribute("aria-pressed", String(other === button));
  }

  // What happened longer ago than the policy allows is asked a reason for; without script the refusal asks for it.
  document.addEventListener("input", event => {
    const form = event.target.closest("form[data-late-before]");
    if (form && event.target.name === "occurredAt")
      form.querySelector("#late").hidden = !event.target.value || event.target.value >= form.dataset.lateBefore;
  });

  // The first faulty field of a refused form takes the focus, or else the sentence that refuses it. The attribute autofocus cannot do
  // it: browsers grant it once per page, to one element, and several fields can be at fault at once.
  function toFault() {
    const refusal = document.getElementById("form-problem");
    if (!refusal) return;
    const faulty = [...document.querySelectorAll("#form-card [aria-invalid=true], #form-card .field.bad :is(input, select, textarea)")];
    // A late time is right as it stands; what is missing is its reason, the last field.
    const asked = document.querySelector("#late.bad") ? faulty.filter(field => field.name !== "occurredAt") : faulty;
    (asked[0] ?? refusal).focus();
  }
  document.addEventListener("htmx:afterSettle", event => { if (event.target.id === "form-card") toFault(); });
  document.addEventListener("DOMContentLoaded", toFault);

  // Dates and select boxes of a filter act when they are chosen; without script the button beside them does.
  document.addEventListener("change", event => {
    if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
  });

  let prefix = "";
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("input, textarea, select, [contenteditable]");
    if (event.key === "Escape") {
      if (typing && event.target.matches("[data-key-search]")) event.target.blur();
      for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (prefix === "g") {
      prefix = "";
      const link = [...document.querySelectorAll(".rail a.nav")].find(a => a.dataset.key === event.key);
      if (link) location.assign(link.href);
      return;
    }
    const act = { "/": search, "?": help, j: () => step(1), k: () => step(-1), h: () => column(-1), l: () => column(1), g: () => (prefix = "g") }[event.key];
    if (act) { act(); event.preventDefault(); }
    else if (onItem(event.key)) event.preventDefault();
  });
  // What an item offers by a key (data-act-key) is done to the item that has the focus, or to the first one.
  function onItem(key) {
    const item = document.activeElement?.closest("[data-item]") ?? document.querySelector("[data-item]:has([data-act-key])");
    const control = [...(item?.querySelectorAll("[data-act-key]") ?? [])].find(each => each.dataset.actKey === key);
    control?.click();
    return Boolean(control);
  }
  function search() {
    const field = document.querySelector("[data-key-search]");
    if (field.offsetParent) field.focus();
    else location.assign("/pathways#filter-q");
  }
  const help = () => document.getElementById("keys").showModal();
  const items = () => [...document.querySelectorAll("[data-item] a[data-open]")].filter(a => a.offsetParent);
  function step(by) {
    const all = items(), at = all.indexOf(document.activeElement);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }
  function column(by) {
    const lanes = [...document.querySelectorAll("[data-lane-of]")].filter(l => l.querySelector("a[data-open]"));
    const at = lanes.findIndex(l => l.contains(document.activeElement));
    lanes[Math.min(lanes.length - 1, Math.max(0, at + by))]?.querySelector("a[data-open]")?.focus();
  }
})();
