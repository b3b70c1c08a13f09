// Whether the server can be reached now. `navigator.onLine` tells only of a cable, and not of the server's own machine.

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
