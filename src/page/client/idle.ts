/** Does work when the browser has nothing more urgent to do, so after what is being painted now. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks; a while later must do.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, 200);
}
