// The page is opened as dashboard?code=KEY. The key leaves the address bar at once and lives as long as the tab.

const slot = "ksef-functions-key";

export function takeKeyFromAddress() {
  const address = new URL(location.href);
  const key = address.searchParams.get("code");
  if (key) {
    sessionStorage.setItem(slot, key);
    address.searchParams.delete("code");
    history.replaceState(history.state, "", address);
  }
}

export function currentKey() {
  return sessionStorage.getItem(slot) ?? "";
}

export function keepKey(key) {
  sessionStorage.setItem(slot, key.trim());
}

/** The host asks for the key before it serves the page, so a reload and a new tab need the key in their address once more. */
export function keepReloadsWorking() {
  addEventListener("keydown", (event) => {
    const reloads = event.key === "F5" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "r");
    if (reloads && currentKey()) {
      event.preventDefault();
      location.replace(addressWithKey(location.hash));
    }
  });
  for (const kind of ["click", "auxclick"]) {
    addEventListener(kind, openInNewTab, { capture: true });
  }
}

function openInNewTab(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#/']") : null;
  const asked = event.button === 1 || (event.button === 0 && (event.ctrlKey || event.metaKey || event.shiftKey));
  if (link && asked && currentKey()) {
    event.preventDefault();
    open(addressWithKey(link.getAttribute("href")), "_blank", "noopener");
  }
}

function addressWithKey(hash) {
  const address = new URL(location.href);
  address.searchParams.set("code", currentKey());
  address.hash = hash;
  return address.href;
}
