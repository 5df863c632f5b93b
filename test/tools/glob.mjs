/** `**` any folders, `*` anything within a name: all that `--files` needs. @param {string} glob @returns {RegExp} */
export function globToRegExp(glob) {
  const source = glob.replace(/^\.\//, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, (star) => (star === '**/' ? '(?:.*/)?' : star === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${source}$`);
}
