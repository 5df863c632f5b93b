/** What a shell makes of a line: its words. */
export type Words = { readonly words: readonly string[] } | { readonly problem: string };

/** Splits a line as `sh` does: blanks separate; '…' keeps all, "…" all but \\ and \", a backslash the next character. */
export function tokenise(line: string): Words {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (quote === undefined && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === quote) quote = undefined;
    else if (quote === undefined && (char === "'" || char === '"')) {
      quote = char;
      word ??= '';
    } else if (char === '\\' && quote !== "'" && (quote === undefined || /["\\]/.test(line.charAt(at + 1)))) {
      at += 1;
      word = (word ?? '') + line.charAt(at);
    } else word = (word ?? '') + char;
  }
  if (quote !== undefined) return { problem: `The quote ${quote} has no end.` };
  if (word !== undefined) words.push(word);
  return { words };
}
