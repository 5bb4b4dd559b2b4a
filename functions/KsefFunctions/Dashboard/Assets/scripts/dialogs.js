import { ApiError, postJson } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";
import { notice, problemText } from "./notices.js";

const nameSlot = "ksef-functions-name";
const longestComment = 1000;

/** Asks for name and comment, then approves or holds back a waiting file. */
export function askDecision(kind, id, subject, ondone) {
  const signedIn = document.documentElement.dataset.user;
  const by = input("by", t("decision.by"), { value: localStorage.getItem(nameSlot) ?? "", maxlength: 200, autocomplete: "name" });
  const needsReason = kind === "refuse";
  const comment = area("comment", t(needsReason ? "decision.reason" : "decision.comment"), needsReason);
  ask({
    kind,
    subject,
    fields: [signedIn ? el("p", { class: "who" }, t("decision.signedIn", { name: signedIn })) : by, comment],
    async send(form) {
      const name = form.elements.by?.value.trim();
      await postJson(`files/${encodeURIComponent(id)}/${kind}`, { by: name, comment: form.elements.comment.value.trim() || undefined });
      if (name) {
        localStorage.setItem(nameSlot, name);
      }
    },
    ondone,
  });
}

/** Asks whether a file is to be started again, then starts it. */
export function askReplay(id, subject, ondone) {
  ask({ kind: "replay", subject, fields: [], send: () => postJson(`files/${encodeURIComponent(id)}/replay`), ondone });
}

function ask({ kind, subject, fields, send, ondone }) {
  const trouble = el("p", { class: "trouble", id: "ask-trouble", role: "alert", hidden: true });
  const confirm = el("button", { type: "submit", class: kind === "refuse" ? "primary danger" : "primary" }, t(`${kind}.action`));
  const form = el("form", { method: "dialog", novalidate: true, onsubmit: submit },
    el("h2", { id: "ask-heading" }, t(`${kind}.heading`)),
    el("p", { class: "subject" }, subject),
    el("p", {}, t(`${kind}.explanation`)),
    fields,
    trouble,
    el("div", { class: "actions" },
      el("button", { type: "button", onclick: () => dialog.close() }, t("dialog.cancel")), confirm));
  const dialog = el("dialog", { "aria-labelledby": "ask-heading", onclose: () => dialog.remove() }, form);
  document.body.append(dialog);
  dialog.showModal();

  async function submit(event) {
    event.preventDefault();
    const missing = [...form.elements].find((field) => field.required && !field.value.trim());
    if (missing) {
      complain(t("decision.missing"), missing);
      return;
    }

    confirm.disabled = true;
    try {
      await send(form);
      dialog.close();
      notice(t(`${kind}.done`));
      ondone();
    } catch (error) {
      confirm.disabled = false;
      complain(error instanceof ApiError ? problemText(error) : error.message);
    }
  }

  function complain(text, field) {
    trouble.textContent = text;
    trouble.hidden = false;
    for (const other of form.elements) {
      other.toggleAttribute("aria-describedby", false);
      other.toggleAttribute("aria-invalid", false);
    }

    field?.setAttribute("aria-describedby", "ask-trouble");
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
  }
}

function input(name, label, attributes) {
  return el("div", { class: "field" }, el("label", { for: `ask-${name}` }, label),
    el("input", { type: "text", id: `ask-${name}`, name, required: true, ...attributes }));
}

function area(name, label, required) {
  return el("div", { class: "field" }, el("label", { for: `ask-${name}` }, label),
    el("textarea", { id: `ask-${name}`, name, rows: 3, maxlength: longestComment, required }));
}
