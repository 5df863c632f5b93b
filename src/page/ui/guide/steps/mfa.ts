import type { Typed } from '../../setup/dialogue.ts';
import { kmsUser, stateOf } from '../world.ts';
import type { Step } from './step.ts';

/**
 * AWS KMS has no second factor to sign in with. AWS has the user deleted and created anew without one (facts 1.4); one that owns
 * keys cannot be deleted, and an admin deregisters the token.
 */
export const removeMfa: Step = {
  name: 'removeMfa',
  done: (world) => kmsUser(world) !== undefined && kmsUser(world)?.mfa !== true,
  asks: ['adminPassword', 'kmsPassword'],
  deeds: (world, { adminPassword, kmsPassword }) => {
    if (stateOf(world) !== 'DISCONNECTED' || !world.cluster) return [];
    const user = '--username kmsuser --role crypto-user';
    const lines: readonly Typed[] =
      world.cluster.keyCount > 0
        ? [{ line: `user change-mfa token-sign ${user} --deregister` }]
        : [{ line: `user delete ${user}` }, { line: `user create ${user}`, answers: [kmsPassword, kmsPassword] }];
    const typed: readonly Typed[] = [
      { line: `cloudhsm-cli interactive --cluster-id ${world.cluster.ClusterId}` },
      { line: 'login --username admin --role admin', answers: [adminPassword] },
      ...lines,
      { line: 'quit' },
    ];
    return [{ by: 'cloudhsm-cli', typed }];
  },
  sees: () => ({ what: 'mfa', from: 'enabled', to: 'none' }),
};
