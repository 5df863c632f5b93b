/**
 * public/_headers, in the format Netlify and Cloudflare Pages share: a path pattern on a line of its own, below it its
 * headers, indented. `*` stands for anything, `:name` for one path segment, `#` starts a comment.
 */

/** @typedef {{ pattern: RegExp, headers: [name: string, value: string][] }} HeaderRule */

/** @param {string} text @returns {HeaderRule[]} */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: toPattern(content), headers: [] });
      continue;
    }
    const header = /^([^\s:]+)\s*:\s*(.+)$/.exec(content);
    const rule = rules.at(-1);
    if (!header?.[1] || !header[2] || !rule) throw new Error(`_headers, line ${index + 1}: expected "Name: value" below a path.`);
    rule.headers.push([header[1].toLowerCase(), header[2]]);
  }
  return rules;
}

/** All rules that match apply; a header named twice is joined by a comma, as the hosts do. @param {HeaderRule[]} rules @param {string} path */
export function headersFor(rules, path) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const { pattern, headers } of rules) {
    if (!pattern.test(path)) continue;
    for (const [name, value] of headers) all[name] = all[name] === undefined ? value : `${all[name]}, ${value}`;
  }
  return all;
}

/** @param {string} pattern */
function toPattern(pattern) {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
