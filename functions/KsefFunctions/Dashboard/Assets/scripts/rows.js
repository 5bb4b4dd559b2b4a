import { el, icon, swap } from "./dom.js";
import { brief } from "./catalogue.js";
import { fileName, fullTime, nip, shortTime } from "./format.js";
import { t } from "./language.js";
import { notice } from "./notices.js";
import { fileBadge, waiting } from "./outcomes.js";
import { fileAddress } from "./router.js";

/** A KSeF number with a button that copies it. */
export function copyable(number) {
  const copy = async () => {
    await navigator.clipboard.writeText(number);
    notice(t("copy.done"));
  };
  const label = t("copy.number", { number });
  return el("span", { class: "copyable" },
    el("span", { class: "mono" }, number),
    el("button", { type: "button", class: "quiet", "aria-label": label, title: label, "data-keep": `copy-${number}`, onclick: copy }, icon("copy")));
}

/** Shows files in a table body and changes only what has changed. */
export function fileRows(body) {
  const shown = new Map();

  return {
    ids: () => [...shown.keys()],
    show(files) {
      const wanted = new Set(files.map((file) => file.id));
      for (const [id, entry] of shown) {
        if (!wanted.has(id)) {
          entry.row.remove();
          shown.delete(id);
        }
      }

      files.forEach((file, index) => {
        const row = rowOf(file);
        if (body.children[index] !== row) {
          body.insertBefore(row, body.children[index] ?? null);
        }
      });
    },
    /** Draws every line anew the next time, although its file is the same. */
    forget() {
      for (const entry of shown.values()) {
        entry.state = "";
      }
    },
    /** Changes the lines that are there and lets none come or go. */
    update(files) {
      files.filter((file) => shown.has(file.id)).forEach(rowOf);
    },
  };

  function rowOf(file) {
    const state = JSON.stringify(file);
    const known = shown.get(file.id);
    if (known?.state === state) {
      return known.row;
    }

    const row = draw(file);
    if (known) {
      swap(known.row, row);
    }

    shown.set(file.id, { state, row });
    return row;
  }
}

function draw(file) {
  return el("tr", { role: "row" },
    cell("outcome", fileBadge(file), waiting(file), file.warningCount > 0 ? remarks(file.warningCount) : null),
    cell("invoice", title(file), ...underTitle(file)),
    cell("buyer", file.buyerName ?? ""),
    cell("ksef", file.ksefNumber ? copyable(file.ksefNumber) : problem(file)),
    cell("company", el("span", { class: "mono" }, nip(file.contextNip))),
    cell("received", el("time", { datetime: file.receivedAt, title: fullTime(file.receivedAt) }, shortTime(file.receivedAt))));
}

function cell(name, ...content) {
  return el("td", { role: "cell", class: name }, ...content);
}

function remarks(count) {
  return el("div", { class: "remarks" }, icon("alert"), el("span", {}, t("list.remarks", { count })));
}

function title(file) {
  const text = file.invoiceNumber ?? (file.invoiceCount > 1 ? t("package.count", { count: file.invoiceCount }) : fileName(file.path));
  return el("a", { class: "title", href: fileAddress(file.id), "data-keep": "title" }, text);
}

function underTitle(file) {
  const parts = file.invoiceCount > 1 ? [["package.accepted", file.acceptedCount], ["package.rejected", file.rejectedCount]] : [];
  const sums = parts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  return [
    file.invoiceNumber || file.invoiceCount > 1 ? el("div", { class: "under" }, fileName(file.path)) : null,
    sums.length > 0 ? el("div", { class: "under" }, sums.join(" · ")) : null,
  ].filter(Boolean);
}

function problem(file) {
  return file.errorCode ? el("span", { class: "problem" }, brief(file.errorCode)) : "";
}
