import { el, icon } from "./dom.js";
import { shortTime } from "./format.js";
import { t } from "./language.js";

/** What finance sees as one heap, in the order of the tiles. An optional one is shown while it has files. */
export const groups = [
  { name: "running", icon: "running", tone: "busy", outcomes: ["Received", "Validated", "Sending", "Processing", "AwaitingReceipt"] },
  { name: "waiting", icon: "hand", tone: "wait", outcomes: ["AwaitingApproval"] },
  { name: "accepted", icon: "check", tone: "good", outcomes: ["Accepted"] },
  { name: "correct", icon: "cross", tone: "bad", outcomes: ["Rejected", "PartlyAccepted", "Duplicate"] },
  { name: "trial", icon: "check", tone: "calm", outcomes: ["Trial"], optional: true },
  { name: "refused", icon: "stop", tone: "calm", outcomes: ["Refused"] },
  { name: "stuck", icon: "alert", tone: "stuck", outcomes: ["DeadLettered"] },
];

const looks = {
  Received: ["running", "busy"],
  Validated: ["running", "busy"],
  Sending: ["running", "busy"],
  Processing: ["running", "busy"],
  AwaitingApproval: ["hand", "wait"],
  AwaitingReceipt: ["check", "busy"],
  Accepted: ["check", "good"],
  PartlyAccepted: ["partly", "mixed"],
  Rejected: ["cross", "bad"],
  Duplicate: ["twins", "mixed"],
  Refused: ["stop", "calm"],
  DeadLettered: ["alert", "stuck"],
  Pending: ["running", "busy"],
  Unsettled: ["alert", "stuck"],
  NotSent: ["stop", "calm"],
};

/** What the API is asked for to list some outcomes: what it calls Validated is on its way, or checked on trial and final. */
export function outcomeQuery(outcomes) {
  return outcomes === "Trial" ? { outcome: "Validated", final: "true" }
    : outcomes.split(",").includes("Validated") ? { outcome: outcomes, final: "false" }
    : { outcome: outcomes };
}

/** How many files the counts of the API have of an outcome. */
export function countOf(counts, outcome) {
  const known = counts.outcomes[outcome === "Trial" ? "Validated" : outcome] ?? 0;
  return outcome === "Trial" ? counts.dryRun : outcome === "Validated" ? known - counts.dryRun : known;
}

/** Name, drawing and tone of a file's outcome. A checked file that is final was checked on trial only. */
export function fileLook(file) {
  const trial = file.outcome === "Validated" && file.isFinal;
  const [drawing, tone] = trial ? ["check", "calm"] : looks[file.outcome] ?? ["running", "busy"];
  return { key: trial ? "Trial" : file.outcome, drawing, tone };
}

export function fileBadge(file) {
  const { key, drawing, tone } = fileLook(file);
  return badge(t(`outcome.${key}`), drawing, tone);
}

/** Why nothing moves while KSeF's limit of calls holds a file back, and until about when. */
export function waiting(file) {
  const holds = !file.isFinal && file.waitsUntil && new Date(file.waitsUntil) > new Date();
  return holds ? el("div", { class: "under" }, t("list.waits", { time: shortTime(file.waitsUntil) })) : null;
}

/** An invoice that is still pending when its file has ended was not sent; after a fault nobody knows yet. */
export function invoiceBadge(outcome, file) {
  const left = outcome === "Pending" && file.isFinal;
  const key = !left ? outcome : file.outcome === "DeadLettered" ? "Unsettled" : "NotSent";
  const [drawing, tone] = looks[key] ?? looks.Pending;
  return badge(t(`invoice.${key}`), drawing, tone);
}

function badge(text, drawing, tone) {
  return el("span", { class: `badge ${tone}` }, icon(drawing), el("span", {}, text));
}
