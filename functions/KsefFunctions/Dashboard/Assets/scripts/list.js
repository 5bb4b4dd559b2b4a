import { getJson } from "./api.js";
import { el, icon } from "./dom.js";
import { filterForm, queryOf } from "./filters.js";
import { dataIsFresh } from "./header.js";
import { t } from "./language.js";
import { problemText } from "./notices.js";
import { startRefreshing } from "./refresh.js";
import { replaceFilters } from "./router.js";
import { fileRows } from "./rows.js";
import { tiles } from "./tiles.js";
import { watchPanel } from "./watch.js";

const pageSize = 50;
const refreshPause = 5000;
const columns = ["outcome", "invoice", "buyer", "ksefNumber", "company", "received"];

/** The page of all files. Returns what stops it, and what writes its lines anew without touching what the reader is typing. */
export function openList(main, firstFilters) {
  let filters = firstFilters;
  let starts = [null];
  let continuation = null;
  let waiting = null;
  let settled = false;

  const body = el("tbody", { role: "rowgroup" });
  const rows = fileRows(body);
  const status = el("p", { class: "status", role: "status" }, t("list.loading"));
  const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
  const fresh = el("button", { type: "button", class: "fresh", hidden: true, onclick: () => showNow(waiting) });
  const newer = pager("newer", () => starts.pop());
  const older = pager("older", () => starts.push(continuation));
  const counts = tiles(filters.get("outcome") ?? "", (outcome) => {
    const chosen = new URLSearchParams(filters);
    outcome ? chosen.set("outcome", outcome) : chosen.delete("outcome");
    change(chosen, true);
  });
  let form = filterForm(filters, change);
  const watch = watchPanel();
  const table = el("table", { class: "files", role: "table", "aria-label": t("list.heading") },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      columns.map((name) => el("th", { role: "columnheader", scope: "col", class: name }, t(`list.${name}`))))),
    body);

  main.replaceChildren(
    el("h1", { class: "unseen" }, t("list.heading")),
    watch.element, counts.element, form, trouble,
    el("div", { class: "sheet" }, fresh, table, status),
    el("nav", { class: "pages", "aria-label": t("list.pages") }, newer, older));

  const list = startRefreshing(load, () => refreshPause);
  const counting = startRefreshing(countAll, () => 2 * refreshPause);
  return {
    stop() { list.stop(); counting.stop(); watch.stop(); },
    renew() { rows.forget(); list.now(); },
  };

  async function load(signal) {
    const query = queryOf(filters, { withOutcome: true });
    query.set("pageSize", pageSize);
    if (starts.at(-1)) {
      query.set("continuation", starts.at(-1));
    }

    try {
      receive(await getJson(`files?${query}`, signal));
    } catch (error) {
      if (error.name !== "AbortError") {
        trouble.textContent = problemText(error);
        trouble.hidden = false;
      }

      throw error;
    }
  }

  async function countAll(signal) {
    counts.show(await getJson(`counts?${queryOf(filters, { withOutcome: false })}`, signal));
  }

  function receive(page) {
    trouble.hidden = true;
    dataIsFresh();
    const known = new Set(rows.ids());
    const arrivals = page.files.filter((file) => !known.has(file.id)).length;
    if (settled && arrivals > 0 && readerIsBusy()) {
      // Lines that move away under a reader's eyes or pointer are worse than lines that come a little later.
      waiting = page;
      fresh.textContent = t("list.fresh", { count: arrivals });
      fresh.hidden = false;
      rows.update(page.files);
    } else {
      showNow(page);
    }
  }

  function showNow(page) {
    waiting = null;
    settled = true;
    fresh.hidden = true;
    table.removeAttribute("aria-busy");
    continuation = page.continuation ?? null;
    rows.show(page.files);
    table.hidden = page.files.length === 0;
    newer.disabled = starts.length === 1;
    older.disabled = !continuation;
    newer.parentElement.hidden = newer.disabled && older.disabled;
    status.replaceChildren(...statusOf(page.files.length));
  }

  function statusOf(shown) {
    if (shown > 0) {
      return [t("list.shown", { count: shown })];
    }

    return filters.size > 0
      ? [el("strong", {}, t("list.nothing"))]
      : [el("strong", {}, t("list.empty")), " ", t("list.emptyHint")];
  }

  function readerIsBusy() {
    return body.matches(":hover") || body.contains(document.activeElement) || !getSelection().isCollapsed
      || body.getBoundingClientRect().top < 0;
  }

  function change(chosen, redraw = false) {
    filters = chosen;
    starts = [null];
    replaceFilters(filters);
    counts.choose(filters.get("outcome") ?? "");
    if (redraw) {
      const again = filterForm(filters, change);
      form.replaceWith(again);
      form = again;
    }

    reload();
    counting.now();
  }

  function reload() {
    settled = false;
    table.setAttribute("aria-busy", "true");
    list.now();
  }

  function pager(name, move) {
    return el("button", {
      type: "button",
      disabled: true,
      onclick: () => {
        move();
        reload();
        main.focus({ preventScroll: true });
        scrollTo({ top: 0 });
      },
    }, icon(name === "newer" ? "back" : "next"), t(`list.${name}`));
  }
}
