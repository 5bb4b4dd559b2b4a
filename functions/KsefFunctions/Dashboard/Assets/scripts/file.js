import { getJson } from "./api.js";
import { el, icon, swap } from "./dom.js";
import { askDecision, askReplay } from "./dialogs.js";
import { documents, upoButton } from "./documents.js";
import { duration, fileName, fileSize, fullTime, nip, shortTime } from "./format.js";
import { dataIsFresh } from "./header.js";
import { invoiceTable } from "./invoices.js";
import { hasText, t } from "./language.js";
import { problemText } from "./notices.js";
import { fileBadge, fileLook, waiting } from "./outcomes.js";
import { problemList } from "./problems.js";
import { fact, progress, sessions } from "./progress.js";
import { startRefreshing } from "./refresh.js";
import { copyable } from "./rows.js";

const runningPause = 2500;
const finalPause = 20_000;

// A big package is a big answer.
const pausePerInvoice = 5;

/** The page of one file. Returns what stops it. */
export function openFile(main, id, backAddress) {
  let file = null;
  let state = "";
  const view = { start: 0, onlyProblems: false };
  const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
  let content = el("div", { class: "loading", "aria-busy": "true" }, t("list.loading"));
  main.replaceChildren(
    el("a", { class: "back", href: backAddress }, icon("back"), t("file.back")), trouble, content);
  const refresher = startRefreshing(load, () => pauseOf(file));
  return refresher;

  async function load(signal) {
    try {
      file = await getJson(`files/${encodeURIComponent(id)}`, signal);
      trouble.hidden = true;
      dataIsFresh();
      draw();
    } catch (error) {
      if (error.name !== "AbortError") {
        trouble.textContent = problemText(error);
        trouble.hidden = false;
        content.classList.toggle("gone", error.status === 404);
      }

      throw error;
    }
  }

  function draw(force = false) {
    const fresh = JSON.stringify(file);
    if (force || fresh !== state) {
      state = fresh;
      content = swap(content, page(file, view, () => draw(true), () => refresher.now()));
    }
  }
}

function pauseOf(file) {
  const least = file?.summary.isFinal ? finalPause : runningPause;
  return Math.max(least, pausePerInvoice * (file?.invoices.length ?? 0));
}

function page(file, view, redraw, reload) {
  const single = file.invoices.length === 1 ? file.invoices[0].errors : [];
  const all = [...file.errors, ...single];
  return el("article", { class: "file" },
    banner(file, reload),
    el("div", { class: "columns" },
      el("div", { class: "wide" },
        problems("file.problems", null, all.filter((error) => error.severity === "error")),
        problems("file.warnings", "file.warningsHint", all.filter((error) => error.severity === "warning")),
        problems("file.notes", null, all.filter((error) => error.severity === "note")),
        file.invoices.length > 0 ? invoiceTable(file, view, redraw) : null),
      el("div", { class: "narrow" }, documents(file), progress(file), details(file), sessions(file), technical(file))));
}

function banner(file, reload) {
  const { key, drawing, tone } = fileLook(file.summary);
  const many = `story.${key}Many`;
  const story = file.invoices.length > 1 && hasText(many) ? many : `story.${key}`;
  const subject = titleOf(file);
  const act = (kind, emphasis, run) => el("button", { type: "button", class: emphasis, "data-keep": kind, onclick: run },
    icon(kind === "replay" ? "replay" : kind === "approve" ? "check" : "hand"), t(`${kind}.action`));
  const actions = [
    file.upos.length === 1 ? upoButton(file) : null,
    file.canApprove ? act("approve", "primary", () => askDecision("approve", file.summary.id, subject, reload)) : null,
    file.canApprove ? act("refuse", "", () => askDecision("refuse", file.summary.id, subject, reload)) : null,
    file.canReplay ? act("replay", "", () => askReplay(file.summary.id, subject, reload)) : null,
  ].filter(Boolean);
  return el("header", { class: `banner ${tone}` },
    el("span", { class: "seal" }, icon(drawing)),
    el("div", { class: "story" },
      el("div", { class: "heading" }, el("h1", {}, subject), fileBadge(file.summary)),
      file.summary.ksefNumber ? el("p", { class: "ksef-number" }, el("span", {}, t("invoices.ksefNumber")), " ", copyable(file.summary.ksefNumber)) : null,
      el("p", {}, t(story)),
      waiting(file.summary),
      file.approval ? decision(file.approval) : null),
    actions.length > 0 ? el("div", { class: "actions" }, actions) : null);
}

function decision(approval) {
  const text = t(approval.approved ? "file.approved" : "file.refused", { name: approval.by, time: shortTime(approval.at) });
  return el("p", { class: "decision" }, text, approval.comment ? el("q", {}, approval.comment) : null);
}

function titleOf(file) {
  const { invoiceNumber, invoiceCount, path } = file.summary;
  return invoiceNumber ?? (invoiceCount > 1 ? t("file.package", { count: invoiceCount }) : fileName(path));
}

function problems(heading, hint, errors) {
  return errors.length === 0 ? null : el("section", { class: "panel" },
    el("div", { class: "panel-head" }, el("h2", {}, t(heading)), hint ? el("span", { class: "under" }, t(hint)) : null),
    problemList(errors));
}

function details(file) {
  const { summary } = file;
  return el("section", { class: "panel", "aria-labelledby": "details-heading" },
    el("h2", { id: "details-heading" }, t("file.details")),
    el("dl", { class: "facts" },
      fact("file.seller", el("span", { class: "mono" }, nip(summary.contextNip))),
      fact("file.received", el("time", { datetime: summary.receivedAt }, fullTime(summary.receivedAt))),
      summary.finishedAt ? fact("file.finished", el("time", { datetime: summary.finishedAt }, fullTime(summary.finishedAt))) : null,
      summary.finishedAt ? fact("file.took", duration(summary.receivedAt, summary.finishedAt)) : null,
      file.size > 0 ? fact("file.size", fileSize(file.size)) : null,
      summary.attempt > 1 ? fact("file.attempt", String(summary.attempt)) : null,
      file.leftOut.length > 0 ? fact("file.leftOut", file.leftOut.map((name) => el("div", { class: "mono" }, name))) : null,
      fact("file.names", file.paths.map((path) => el("div", { class: "mono" }, path)))));
}

function technical(file) {
  return el("details", { class: "panel", "data-keep": "technical" },
    el("summary", {}, t("file.technical")),
    el("dl", { class: "facts" },
      fact("file.id", el("span", { class: "mono" }, file.summary.id)),
      file.sha256 ? fact("file.sha256", el("span", { class: "mono" }, file.sha256)) : null,
      file.traceId ? fact("file.traceId", el("span", { class: "mono" }, file.traceId)) : null));
}
