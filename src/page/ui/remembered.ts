/**
 * What a person chose, kept by the browser: under a name, for this device or for this tab's visit. Storage may be forbidden: then
 * nothing is remembered, and nothing breaks. Never a secret.
 */
export function remembered(name: string, { visit = false } = {}): string | null {
  try {
    return (visit ? sessionStorage : localStorage).getItem(`glass-hsm-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string, { visit = false } = {}): void {
  try {
    (visit ? sessionStorage : localStorage).setItem(`glass-hsm-${name}`, value);
  } catch {
    // Chosen for as long as the page is open.
  }
}
