import { isTyped, type Call, type Deed } from '../calls/call.ts';
import { cliOf, quoted } from '../calls/generate-cli.ts';
import type { WrittenCall } from '../calls/written.ts';
import { checksAfter, type Check } from './after.ts';
import { changes, lineOf } from './typed.ts';
import { regionToken, tokens, Variables, type Given, type Variable } from './variables.ts';

/** One call of the session, or one command of CloudHSM CLI, as a step of a runbook. */
export interface Step {
  /** AWS's operation, or the command's words. */
  readonly name: string;
  readonly service: WrittenCall['service'] | 'cloudhsmCli';
  /** The command for bash, of several lines; it has no secrets. */
  readonly command: string;
  /** Variables that it is the first to use, and that whoever runs it has to bring. */
  readonly asks: readonly Variable[];
  /** What its answer gives to later steps. */
  readonly gives: readonly Given[];
  /** AWS's error code, where the simulator refused it. */
  readonly refused: string | undefined;
  /** `wanted` is a word of bash here. */
  readonly checks: readonly (Check & { readonly command: string })[];
}

/** Whether a call can be a step at all, and whether it is one where nobody has said otherwise: it changed something. */
export const canBeStep = (deed: Deed): boolean => isTyped(deed) || (deed.written !== undefined && deed.operation !== 'LookupEvents');
export const isUsualStep = (deed: Deed): boolean =>
  isTyped(deed) ? changes(deed) : canBeStep(deed) && deed.code === undefined && !/^(Describe|List|Get(?!Parameters))/.test(deed.operation);
export const nameOf = (deed: Deed): string => (isTyped(deed) ? deed.command : deed.operation);

/** @param deeds those that were chosen, in the order in which they were made */
export function stepsOf(deeds: readonly Deed[]): readonly Step[] {
  const chosen = deeds.filter(canBeStep);
  const variables = new Variables(chosen);
  const asked = new Set<Variable>();
  /** A person need not be told to activate what a step activates. */
  const activates = chosen.some((deed) => isTyped(deed) && deed.command === 'cluster activate');
  const drafts = chosen.map((deed, step) => {
    const command = isTyped(deed) ? lineOf(deed, variables, step) : commandOf(deed, variables, step);
    const refused = isTyped(deed) ? undefined : deed.code;
    const service = isTyped(deed) ? ('cloudhsmCli' as const) : (deed.service ?? 'kms');
    const checks = checksAfter(deed).filter(({ byHand }) => !(byHand && activates)).map((check) => {
      const input = variables.call(check.call, step + 1);
      const query = variables.text(check.query, step + 1);
      const wanted = variables.text(check.wanted, step + 1);
      return { ...check, wanted, command: `${cliOf({ ...check.call, region: regionToken, input })} \\\n  --query ${quoted(query)} --output text` };
    });
    return { name: nameOf(deed), service, command, checks, refused };
  });
  // Which variables an answer gives shows only when all steps are known.
  const given = new Set([...variables.given.values()].flat().map(({ variable }) => variable));
  return drafts.map(({ command, checks, ...draft }, step) => {
    const used = [command, ...checks.flatMap((check) => [check.command, check.wanted])].flatMap((text) => [...text.matchAll(tokens)].flatMap(([, index]) => variables.all[Number(index)] ?? []));
    const asks = [...new Set(used)].filter((each) => each.kind !== 'file' && !given.has(each) && !asked.has(each));
    for (const each of asks) asked.add(each);
    const shown = (text: string): string => withVariables(text, variables.all);
    return { ...draft, command: shown(command), asks, gives: variables.given.get(step) ?? [], checks: checks.map((check) => ({ ...check, wanted: shown(quoted(check.wanted)), command: shown(check.command) })) };
  });
}

function commandOf({ written }: Call, variables: Variables, step: number): string {
  if (!written) throw new Error('not a step');
  return cliOf({ ...written, region: regionToken, input: variables.call(written, step) });
}

/** Names become variables, as bash needs them where they stand. */
export function withVariables(command: string, variables: readonly Variable[]): string {
  let inQuotes = false;
  return command.replaceAll(/\\?'|GLASSHSM_REGION|GLASSHSM_VARIABLE_(\d+)_/g, (found: string, index: string | undefined) => {
    if (found.endsWith("'")) {
      // Between quotes a backslash is a letter; outside of them it takes the quote's meaning away.
      if (inQuotes || found === "'") inQuotes = !inQuotes;
      return found;
    }
    const variable = index === undefined ? undefined : variables[Number(index)];
    const text = variable ? textOf(variable, variables, inQuotes) : '"$REGION"';
    return inQuotes ? `'${text}'` : text;
  });
}

function textOf({ name, kind, was }: Variable, variables: readonly Variable[], inQuotes: boolean): string {
  switch (kind) {
    case 'id':
    case 'secret':
    case 'password':
      return `"$${name}"`;
    // In JSON bytes are in base64; elsewhere a file is what both versions of the AWS CLI take in the same way.
    case 'bytes':
      return inQuotes ? `"$${name}"` : `fileb://<(printf %s "$${name}" | base64 --decode)`;
    case 'secretBytes':
      return inQuotes ? `"$(printf %s "$${name}" | base64 | tr -d '\\n')"` : `fileb://<(printf %s "$${name}")`;
    case 'file':
      return `"file://${was.replaceAll(tokens, (_, index: string) => `\${${variables[Number(index)]?.name ?? ''}}`)}"`;
  }
}
