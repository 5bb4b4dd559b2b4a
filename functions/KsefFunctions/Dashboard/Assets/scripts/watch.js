import { getJson } from "./api.js";
import { el, icon, swap } from "./dom.js";
import { t } from "./language.js";
import { problemList } from "./problems.js";
import { startRefreshing } from "./refresh.js";

const refreshPause = 30_000;
const mostShown = 8;

/** What the regular looks found and no single file tells: a folded line above the list, and nothing while all is well. */
export function watchPanel() {
  let panel = el("div", { hidden: true });
  const place = el("div", { class: "watch-place" }, panel);
  const refresher = startRefreshing(async (signal) => {
    const { reports } = await getJson("watch", signal);
    panel = swap(panel, panelOf(reports.flatMap((report) => report.findings)));
  }, () => refreshPause);
  return { element: place, stop: refresher.stop };
}

function panelOf(findings) {
  if (findings.length === 0) {
    return el("div", { hidden: true });
  }

  const grave = findings.some((finding) => finding.severity === "error");
  return el("details", { class: `watch ${grave ? "bad" : "mixed"}`, "data-keep": "watch" },
    el("summary", {}, icon("alert"), el("strong", {}, t(grave ? "watch.grave" : "watch.mild", { count: findings.length }))),
    problemList(findings.slice(0, mostShown)),
    findings.length > mostShown ? el("p", { class: "more" }, t("watch.more", { count: findings.length - mostShown })) : null);
}
