const slowest = 60_000;

let paused = false;
const running = new Set();

export function isPaused() {
  return paused;
}

/** Pauses or resumes everything that refreshes itself. */
export function setPaused(value) {
  paused = value;
  for (const refresher of running) {
    refresher.wake();
  }
}

/**
 * Runs load(signal) now and then again and again: not while the tab is hidden or refreshing is paused, and ever more
 * slowly while it fails. pause() tells the milliseconds until the next time.
 */
export function startRefreshing(load, pause) {
  let timer = 0;
  let failures = 0;
  let loading = null;
  let stopped = false;

  async function run() {
    clearTimeout(timer);
    loading?.abort();
    const own = (loading = new AbortController());
    try {
      await load(own.signal);
      failures = 0;
    } catch (error) {
      if (error.name === "AbortError") {
        return;
      }

      failures += 1;
    }

    if (own === loading && !stopped) {
      loading = null;
      schedule();
    }
  }

  function schedule() {
    clearTimeout(timer);
    if (!paused && !document.hidden && !stopped) {
      timer = setTimeout(run, Math.min(pause() * 2 ** failures, Math.max(slowest, pause())));
    }
  }

  function wake() {
    if (!loading && !paused && !document.hidden) {
      run();
    } else if (!loading) {
      clearTimeout(timer);
    }
  }

  const refresher = {
    now: run,
    wake,
    stop() {
      stopped = true;
      loading?.abort();
      clearTimeout(timer);
      running.delete(refresher);
      document.removeEventListener("visibilitychange", wake);
    },
  };
  document.addEventListener("visibilitychange", wake);
  running.add(refresher);
  run();
  return refresher;
}
