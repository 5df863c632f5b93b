/** Type declarations of the package: what `import … from 'glass-hsm'` shows in an editor. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/** Writes the declarations of src/page/index.ts and of what it reaches. Does not check: npm test does. @param {string} outDir */
export async function writeDeclarations(outDir) {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, {
    ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {},
  });
  if (!config) throw new Error('tsconfig.json cannot be read');
  await rm(outDir, { recursive: true, force: true });
  const program = ts.createProgram([join(root, 'src/page/index.ts')], {
    ...config.options,
    noEmit: false, declaration: true, emitDeclarationOnly: true, outDir, rootDir: join(root, 'src'),
    // The declarations say './call.ts' as the sources do: TypeScript finds './call.d.ts' by it.
  });
  program.emit();
}
