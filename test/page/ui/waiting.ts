/**
 * Waits for what a person would wait for to see. Looks now, and whenever the element or what is inside of it (shadow
 * trees too) changes; the runner's time limit ends a wait for what never comes.
 * @param look what is waited for: anything but undefined, null and false
 */
export function waitFor<T>(root: Element, look: () => T | undefined | null | false): Promise<T> {
  return new Promise((resolve) => {
    const seen = new Set<Node>();
    const observer = new MutationObserver(() => {
      check();
    });
    /** Walks through what is watched already, too: new elements in it have shadow trees of their own. */
    const watch = (node: Element | ShadowRoot): void => {
      if (!seen.has(node)) {
        seen.add(node);
        observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      for (const element of [...(node instanceof Element ? [node] : []), ...node.querySelectorAll('*')])
        if (element.shadowRoot) watch(element.shadowRoot);
    };
    const check = (): void => {
      const found = look();
      if (found === undefined || found === null || found === false) watch(root);
      else {
        observer.disconnect();
        resolve(found);
      }
    };
    check();
  });
}

/** Waits until an element has the focus: nothing tells of that but looking. Not by frames: they stand still in a page that is not in front, as one of two is. */
export async function focusComes(has: () => boolean): Promise<void> {
  while (!has()) await new Promise((again) => setTimeout(again, 20));
}
