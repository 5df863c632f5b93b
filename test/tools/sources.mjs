/** Reads src/ for the structure check: what each file imports, and the words it uses. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot, root } from './paths.mjs';

/** @typedef {{ specifier: string, typeOnly: boolean, line: number }} Import */
/** @typedef {{ kind: 'code' | 'text', text: string, line: number }} Word */
/** @typedef {{ path: string, imports: Import[], words: Word[] }} Source */

/** All TypeScript files below src/, declaration files too. @returns {Promise<Source[]>} */
export async function readSources(dir = join(root, 'src')) {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found.filter((f) => f.isFile() && f.name.endsWith('.ts')).map((f) => join(f.parentPath, f.name)).sort();
  return Promise.all(paths.map(async (path) => readSource(fromRoot(path), await readFile(path, 'utf8'))));
}

/** @param {string} path @param {string} text @returns {Source} */
export function readSource(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Source} */
  const source = { path, imports: [], words: [] };
  /** @param {ts.Node} node */
  const lineOf = (node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  /** @param {ts.Node} node @param {ts.Node | undefined} specifier @param {boolean} typeOnly */
  const imported = (node, specifier, typeOnly) => {
    // A specifier that is computed cannot be judged: its text stands for it, and fits no room.
    const text = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : specifier?.getText(file) ?? '';
    source.imports.push({ specifier: text, typeOnly, line: lineOf(node) });
  };
  /** @param {'code' | 'text'} kind @param {string} text @param {ts.Node} node */
  const word = (kind, text, node) => { source.words.push({ kind, text, line: lineOf(node) }); };

  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) imported(node, node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) imported(node, node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isImportTypeNode(node)) imported(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) imported(node, node.arguments[0], false);
    else if (ts.isIdentifier(node)) { if (!isTypeName(node)) word('code', node.text, node); }
    else if (ts.isPropertyAccessExpression(node)) word('code', node.getText(file), node);
    else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) word('code', node.argumentExpression.text, node);
    else if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) word('code', `new ${node.expression.getText(file)}()`, node);
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) word('text', node.text, node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return source;
}

/** `Function` as the name of a type is harmless. @param {ts.Node} node */
const isTypeName = (node) => ts.isTypeReferenceNode(node.parent);

/** @param {ts.ImportClause | ts.ExportDeclaration | undefined} clause */
function isTypeOnly(clause) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  // `import { type A, type B }` keeps a run-time import of nothing under verbatimModuleSyntax, so it counts as one.
  return false;
}
