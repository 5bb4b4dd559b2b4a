// Where the reader is stands after the # in the address, so that "back" works and nothing of it reaches a server.

let lastList = "#/files";

/** Reads the address: { view: "file", id } or { view: "list", filters }. */
export function place() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const id = /^files\/([\w-]+)$/.exec(path)?.[1];
  if (id) {
    return { view: "file", id };
  }

  const filters = new URLSearchParams(query);
  lastList = addressOf(filters);
  return { view: "list", filters };
}

export function fileAddress(id) {
  return `#/files/${encodeURIComponent(id)}`;
}

/** The list as the reader left it. */
export function lastListAddress() {
  return lastList;
}

/** Changes the filters without a step in the history for each key that is pressed. */
export function replaceFilters(filters) {
  lastList = addressOf(filters);
  history.replaceState(history.state, "", lastList);
}

function addressOf(filters) {
  const query = filters.toString();
  return query ? `#/files?${query}` : "#/files";
}
