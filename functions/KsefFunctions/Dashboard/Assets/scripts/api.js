import { currentKey } from "./key.js";

/** A request that brought no good answer. Status 0: no answer at all. */
export class ApiError extends Error {
  constructor(status, detail) {
    super(detail ?? `HTTP ${status}`);
    this.status = status;
  }
}

let refusedKey = () => {};

/** What to do when the host does not accept the key. */
export function onRefusedKey(action) {
  refusedKey = action;
}

export async function getJson(path, signal) {
  return (await request(path, { signal })).json();
}

export async function postJson(path, body) {
  const headers = body ? { "content-type": "application/json" } : {};
  return (await request(path, { method: "POST", headers, body: body && JSON.stringify(body) })).json();
}

/** Fetches a document with the key in a header, because a plain link would show the key in the history of downloads. */
export async function download(path) {
  const response = await request(path, {});
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameOf(response) ?? path.split("/").at(-1);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      cache: "no-store",
      headers: { ...options.headers, "x-functions-key": currentKey() },
    });
  } catch (error) {
    throw error.name === "AbortError" ? error : new ApiError(0, error.message);
  }

  if (response.status === 401) {
    refusedKey();
  }

  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    throw new ApiError(response.status, problem?.detail);
  }

  return response;
}

function nameOf(response) {
  const disposition = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}
