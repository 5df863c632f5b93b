import { html, type TemplateResult } from 'lit';
import { clusterOf, type Bench, type Step } from '../bench.ts';
import { terminal, typeAll, type Typed } from '../dialogue.ts';
import { passwordField } from '../fields.ts';

/** Easily typed again after a reload, which forgets them; the ones of the source document's world. */
const adminSuggestion = 'adminPswd1234';
export const kmsSuggestion = 'kmsPswd1234';

const adminField = (bench: Bench, label: string): TemplateResult =>
  passwordField(bench, 'admin-password', label, bench.draft.adminPassword, adminSuggestion, bench.texts.passwordHint, (adminPassword) => {
    bench.change({ adminPassword });
  });

export const kmsField = (bench: Bench): TemplateResult =>
  passwordField(bench, 'kms-password', bench.texts.kmsPassword, bench.draft.kmsPassword, kmsSuggestion, bench.texts.kmsPasswordHint, (kmsPassword) => {
    bench.change({ kmsPassword });
  });

function activation(bench: Bench): Typed[] {
  const { adminPassword } = bench.draft;
  return [{ line: `cloudhsm-cli --cluster-id ${clusterOf(bench).ClusterId} cluster activate`, answers: [adminPassword, adminPassword] }];
}

/** `cluster activate`, no AWS API: the first admin gets its password. */
export const activate: Step = {
  name: 'activate',
  fields: (bench) => adminField(bench, bench.texts.newAdminPassword),
  ways: (bench) => terminal(activation(bench)),
  act: (bench, simulator) => typeAll(simulator, activation(bench)),
  result: () => html`<code>ACTIVE</code> <span class="quiet">admin</span>`,
};

function creation(bench: Bench): Typed[] {
  const { adminPassword, kmsPassword } = bench.draft;
  return [
    { line: `cloudhsm-cli interactive --cluster-id ${clusterOf(bench).ClusterId}` },
    { line: 'login --username admin --role admin', answers: [adminPassword] },
    { line: 'user create --username kmsuser --role crypto-user', answers: [kmsPassword, kmsPassword] },
    { line: 'quit' },
  ];
}

/** `user create`: the crypto user that AWS KMS signs in as. */
export const user: Step = {
  name: 'user',
  fields: (bench) => html`${adminField(bench, bench.texts.adminPassword)} ${kmsField(bench)}`,
  ways: (bench) => terminal(creation(bench)),
  act: (bench, simulator) => typeAll(simulator, creation(bench)),
  result: () => html`<code>kmsuser</code> <span class="quiet">crypto-user</span>`,
};
