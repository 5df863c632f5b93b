/**
 * Checks every TypeScript realm: `node test/tools/typecheck.mjs`.
 *
 * Not plain `tsc`, because a test may import a worker module, and a file must be judged by its own realm alone: the
 * test realm has the DOM, the worker's has not. So each realm reports only the files it includes itself.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot, isMain, root } from './paths.mjs';

/** The realms, by the config that defines each. */
export const realms = [
  { name: 'page', config: 'tsconfig.json' },
  { name: 'worker', config: 'src/worker/tsconfig.json' },
  { name: 'test', config: 'test/tsconfig.json' },
  { name: 'tools', config: 'test/tools/tsconfig.json' },
];

/** Parsed files, shared by the realms: the libraries and the SDK's types are read once. @type {Map<string, ts.SourceFile | undefined>} */
const parsed = new Map();

/**
 * @param {{ name: string, config: string }} realm
 * @returns {{ files: number, problems: string }} `problems` is empty when all is well
 */
export function checkRealm({ config }) {
  const read = ts.getParsedCommandLineOfConfigFile(join(root, config), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(format([d])); },
  });
  if (!read) throw new Error(`${config} cannot be read`);
  const host = ts.createCompilerHost(read.options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, options, ...rest) => {
    const how = typeof options === 'object' ? options : { languageVersion: options };
    const key = `${path}|${how.impliedNodeFormat ?? ''}|${how.languageVersion}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(path, options, ...rest));
    return parsed.get(key);
  };
  const program = ts.createProgram({ rootNames: read.fileNames, options: read.options, host });
  // "No inputs were found" (18003) is our caller's to judge: an early project has no tests yet.
  const problems = [...read.errors.filter((d) => d.code !== 18003), ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const name of read.fileNames) {
    const file = program.getSourceFile(name);
    if (file) problems.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  }
  return { files: read.fileNames.length, problems: format(problems) };
}

/** @param {readonly ts.Diagnostic[]} diagnostics */
function format(diagnostics) {
  return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(diagnostics), {
    getCanonicalFileName: (f) => f,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  }).trimEnd();
}

if (isMain(import.meta.url)) {
  const wanted = process.argv.slice(2);
  for (const realm of realms.filter((r) => wanted.length === 0 || wanted.includes(r.name))) {
    const { files, problems } = checkRealm(realm);
    console.log(problems === '' ? `${realm.name}: ${files} files, no type errors` : `${realm.name} (${fromRoot(join(root, realm.config))}):\n${problems}`);
    if (problems !== '') process.exitCode = 1;
  }
}
