import { el, icon } from "./dom.js";
import { amount, nip, plainDate, shortTime } from "./format.js";
import { t } from "./language.js";
import { invoiceBadge } from "./outcomes.js";
import { problemList } from "./problems.js";
import { copyable } from "./rows.js";

const pageSize = 50;
const columns = ["number", "buyer", "date", "total", "outcome"];

/** The invoices of a file, a page at a time: a package may hold ten thousand. The reader's page outlives a refresh. */
export function invoiceTable({ invoices, summary }, view, redraw) {
  const bad = invoices.filter((invoice) => invoice.errors.some((error) => error.severity !== "note"));
  const listed = view.onlyProblems ? bad : invoices;
  view.start = Math.min(view.start, Math.max(0, Math.floor((listed.length - 1) / pageSize) * pageSize));
  const shown = listed.slice(view.start, view.start + pageSize);
  return el("section", { class: "panel invoices", "aria-labelledby": "invoices-heading" },
    el("div", { class: "panel-head" },
      el("h2", { id: "invoices-heading" }, t("file.invoices")),
      bad.length > 0 && bad.length < invoices.length ? onlyProblems(view, redraw) : null),
    el("table", { role: "table", "aria-labelledby": "invoices-heading" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
        columns.map((name) => el("th", { role: "columnheader", scope: "col", class: name }, t(`invoices.${name}`))))),
      shown.map((invoice) => invoiceRows(invoice, summary, invoices.length > 1))),
    listed.length > pageSize ? pages(listed.length, view, redraw) : null);
}

function onlyProblems(view, redraw) {
  const box = el("input", { type: "checkbox", checked: view.onlyProblems, "data-keep": "only-problems", onchange: () => {
    view.onlyProblems = box.checked;
    view.start = 0;
    redraw();
  } });
  return el("label", { class: "check" }, box, t("invoices.onlyProblems"));
}

function invoiceRows(invoice, file, isOfMany) {
  const label = (name) => ({ role: "cell", class: name, "data-label": t(`invoices.${name}`) });
  const rows = [el("tr", { role: "row" },
    el("td", label("number"),
      el("span", { class: "title" }, invoice.number ?? t("invoices.noNumber")),
      el("div", { class: "under" }, [invoice.schema, invoice.name].filter(Boolean).join(" · ")),
      invoice.ksefNumber ? ksefNumber(invoice) : invoice.originalKsefNumber ? original(invoice) : null),
    el("td", label("buyer"), invoice.buyerName ?? "", invoice.buyerNip ? el("div", { class: "under mono" }, nip(invoice.buyerNip)) : null),
    el("td", label("date"), invoice.issueDate ? plainDate(invoice.issueDate) : ""),
    el("td", label("total"), invoice.totalGross === undefined ? "" : amount(invoice.totalGross, invoice.currency)),
    el("td", label("outcome"), invoiceBadge(invoice.outcome, file)))];
  if (isOfMany && invoice.errors.length > 0) {
    rows.push(el("tr", { role: "row", class: "errors" }, el("td", { role: "cell", colspan: columns.length }, problemList(invoice.errors))));
  }

  return el("tbody", { role: "rowgroup" }, rows);
}

function original(invoice) {
  return el("div", { class: "ksef-number" }, el("div", { class: "under" }, t("invoices.original")), copyable(invoice.originalKsefNumber));
}

function ksefNumber(invoice) {
  return el("div", { class: "ksef-number" },
    el("span", { class: "unseen" }, t("invoices.ksefNumber"), " "),
    copyable(invoice.ksefNumber),
    invoice.invoicingMode === "Offline" ? el("div", { class: "under offline" }, t("invoices.offline")) : null,
    invoice.acquisitionDate ? el("div", { class: "under" }, t("invoices.acquired", { time: shortTime(invoice.acquisitionDate) })) : null);
}

function pages(all, view, redraw) {
  const turn = (step, name, drawing, disabled) => el("button", {
    type: "button",
    disabled,
    "data-keep": `invoices-${name}`,
    onclick: () => {
      view.start += step;
      redraw();
    },
  }, icon(drawing), t(`invoices.${name}`));
  return el("div", { class: "pages" },
    turn(-pageSize, "previous", "back", view.start === 0),
    el("span", { role: "status" }, t("invoices.range", { from: view.start + 1, to: Math.min(view.start + pageSize, all), all })),
    turn(pageSize, "next", "next", view.start + pageSize >= all));
}
