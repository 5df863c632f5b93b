/** What an embed tells the page around it, and all that it tells. */
export interface HeightMessage {
  readonly source: 'glass-hsm';
  readonly type: 'height';
  /** CSS pixels that the embed's content takes, at the width that its frame has now. */
  readonly height: number;
}

/**
 * Tells the page around a frame how high the frame should be, now and whenever that changes. To whoever frames it
 * (`'*'`), because the number is all that it carries. The page around should look at who speaks before it believes:
 *
 *     addEventListener('message', ({ source, origin, data }) => {
 *       if (source !== frame.contentWindow) return;             // a frame of another embed, or of somebody else
 *       // origin is the embed's own, or 'null' where the frame is sandboxed without allow-same-origin
 *       if (data?.source === 'glass-hsm' && data.type === 'height' && Number.isFinite(data.height))
 *         frame.height = Math.min(Math.max(data.height, 100), 4000);
 *     });
 */
export function tellHeight(content: HTMLElement): void {
  if (parent === window) return;
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { source: 'glass-hsm', type: 'height', height };
    parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(content);
  // Chromium draws nothing in a frame of another origin that is out of view, so nothing is observed there. The page would
  // jump if it made room only when somebody scrolls to the frame.
  setInterval(tell, 1000);
}
