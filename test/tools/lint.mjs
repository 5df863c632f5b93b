/** ESLint over src/ and test/, one check each. `node test/tools/lint.mjs` */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { isMain, root } from './paths.mjs';

const folders = ['src', 'test'];

/** Warnings count too: a rule is either kept or switched off in eslint.config.mjs. @param {import('./tally.mjs').Tally} tally */
export async function lint(tally) {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'test/tools/eslint.config.mjs') });
  const formatter = await eslint.loadFormatter('stylish');
  for (const folder of folders) {
    await tally.check(`lint: ${folder}`, async () => {
      const results = await eslint.lintFiles([folder]);
      if (results.some((r) => r.errorCount + r.warningCount > 0)) throw new Error((await formatter.format(results)).trim());
      return `${results.length} files`;
    });
  }
}

if (isMain(import.meta.url)) {
  const { Tally } = await import('./tally.mjs');
  const tally = new Tally();
  await lint(tally);
  tally.finish();
}
