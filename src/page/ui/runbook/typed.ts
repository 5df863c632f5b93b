import { quoted } from '../calls/generate-cli.ts';
import type { Typed } from '../calls/call.ts';
import type { Variables } from './variables.ts';

/** Whether it changed something, or is what such a command needs: somebody signed in. */
export const changes = ({ command }: Typed): boolean => !/ (list|hsm-info)$/.test(command);

/** They give a user a password; the first of them gives it to the first admin. */
const setPassword: ReadonlySet<string> = new Set(['cluster activate', 'user create', 'user change-password']);

/**
 * A command for bash: CloudHSM CLI's single command mode, which is the one for scripts. There nobody stays signed in: two variables
 * of the environment say who calls (CloudHSM User Guide, "Command modes").
 */
export function lineOf({ command, options, filters, ClusterId }: Typed, variables: Variables, step: number): string {
  const { username = 'admin', role = '' } = options;
  const text = (value: string): string => quoted(variables.text(value, step));
  if (command === 'login') return `export CLOUDHSM_ROLE=${role} CLOUDHSM_PIN=${text(username)}:${variables.password(username)}`;
  if (command === 'logout') return 'unset CLOUDHSM_ROLE CLOUDHSM_PIN';
  const given = Object.entries(options).flatMap(([name, value = '']) => (name === 'cluster-id' || name === 'filter' ? [] : [value === '' ? `--${name}` : `--${name} ${text(value)}`]));
  return [
    `"$CLOUDHSM_CLI" ${command}`,
    ...given,
    ...(filters.length > 0 ? [`--filter ${filters.map(text).join(' ')}`] : []),
    ...(setPassword.has(command) ? [`--password ${variables.password(username, true)}`] : []),
    ...(ClusterId === undefined ? [] : [`--cluster-id ${text(ClusterId)}`]),
  ].join(' \\\n  ');
}
