/**
 * What the type checker cannot see: promises nobody waits for (every call of the simulator is one), templates that are
 * broken or hard to reach by keyboard or screen reader. Layout is left to the writer.
 */
import { join } from 'node:path';
import lit from 'eslint-plugin-lit';
// @ts-expect-error it has no types
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { root } from './paths.mjs';

/** Each file by the realm that owns it. */
const projects = ['tsconfig.json', 'src/worker/tsconfig.json', 'test/tsconfig.json'].map((path) => join(root, path));

export default tseslint.config(
  { ignores: ['public/build/**', '.cache/**', 'node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/page/**/*.ts'],
    extends: [lit.configs?.['flat/recommended'] ?? [], wc.configs?.['flat/recommended'] ?? [], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    // Tools and site scripts: plain JavaScript, type-checked by their own realm.
    files: ['test/**/*.mjs'],
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error', 'no-unused-vars': 'error', 'no-undef': 'off' },
  },
);
