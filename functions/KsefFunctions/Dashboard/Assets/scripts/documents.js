import { download } from "./api.js";
import { el, icon } from "./dom.js";
import { t } from "./language.js";
import { notice, problemText } from "./notices.js";

/** What can be taken away from a file. */
export function documents(file) {
  const root = rootOf(file);
  const buttons = file.upos.map((name, index) => button(upoName(file, name, index), `${root}/upo/${index + 1}`));
  if (file.summary.isFinal) {
    buttons.push(button(t("download.result"), `${root}/result`));
  }

  if (file.sha256) {
    buttons.push(button(t("download.original", { kind: file.paths[0].split(".").at(-1).toUpperCase() }), `${root}/original`));
  }

  return el("section", { class: "panel", "aria-labelledby": "documents-heading" },
    el("h2", { id: "documents-heading" }, t("file.downloads")),
    el("ul", { class: "documents" }, buttons.map((item) => el("li", {}, item))));
}

/** The one thing that most readers come for. */
export function upoButton(file) {
  return button(t("download.latestUpo"), `${rootOf(file)}/upo/1`, "primary");
}

function rootOf(file) {
  return `files/${encodeURIComponent(file.summary.id)}`;
}

function upoName(file, name, index) {
  if (file.upos.length === 1) {
    return t("download.upo");
  }

  if (name.startsWith("session-")) {
    return t("download.upoSession", { page: file.upos.slice(0, index + 1).filter((other) => other.startsWith("session-")).length });
  }

  const ksefNumber = name.replace(/\.xml$/, "");
  const invoice = file.invoices.find((candidate) => candidate.ksefNumber === ksefNumber);
  return t("download.upoInvoice", { number: invoice?.number ?? ksefNumber });
}

function button(text, path, emphasis = "") {
  const fetching = async (event) => {
    const own = event.currentTarget;
    own.setAttribute("aria-busy", "true");
    try {
      await download(path);
    } catch (error) {
      notice(problemText(error), "bad");
    } finally {
      own.removeAttribute("aria-busy");
    }
  };
  return el("button", { type: "button", class: emphasis, "data-keep": `${path}${emphasis}`, onclick: fetching }, icon("download"), el("span", {}, text));
}
