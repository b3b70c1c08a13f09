// Whether the server can be reached now, and what its answers say. `navigator.onLine` tells only of a cable, and not of the server's own machine.

const PATIENCE = 5000;

export async function answers(address) {
  const controller = new AbortController();
  const timer = window.setTimeout(() => controller.abort(), PATIENCE);
  try {
    return (await fetch(address, { cache: "no-store", signal: controller.signal })).ok;
  } catch (_error) {
    return false;
  } finally {
    window.clearTimeout(timer);
  }
}

// Nothing was answered, or a proxy answered for a dead server.
export function isDead({ status }) {
  return status === 0 || (status > 500 && status < 600);
}

export function hasEvent(xhr, name) {
  return (xhr.getResponseHeader("HX-Trigger") || "").split(", ").includes(name);
}

// Why a row that was answered is not stored.
export function whyNot({ status, responseText }) {
  if (status === 500) return "silent";
  return responseText.includes('name="over"') ? "conflict" : "half";
}
