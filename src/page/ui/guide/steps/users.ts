import type { Typed } from '../../setup/dialogue.ts';
import type { Deed } from '../deeds.ts';
import { kmsUser, othersSessions, stateOf, type World } from '../world.ts';
import type { Draft, Step } from './step.ts';

/** What an admin of the cluster does with CloudHSM CLI (facts 1.4, 6.5), and what AWS KMS must then be told. */

const begin = ({ cluster }: World): Typed => ({ line: `cloudhsm-cli interactive --cluster-id ${cluster?.ClusterId ?? ''}` });
const asAdmin = ({ adminPassword }: Draft): Typed => ({ line: 'login --username admin --role admin', answers: [adminPassword] });
const asKmsUser = ({ kmsPassword }: Draft): Typed => ({ line: 'login --username kmsuser --role crypto-user', answers: [kmsPassword] });
const change = ({ kmsPassword }: Draft): Typed => ({ line: 'user change-password --username kmsuser --role crypto-user', answers: [kmsPassword, kmsPassword] });
const logout: Typed = { line: 'logout' };
const quit: Typed = { line: 'quit' };

const typed = (...lines: Typed[]): Deed[] => [{ by: 'cloudhsm-cli', typed: lines }];

const matches = ({ diagnosis }: World): boolean => diagnosis?.passwordMatches === true;

/** Also unlocks the user: nothing else does. */
export const setPassword: Step = {
  name: 'setPassword',
  needed: (world) => !matches(world) || kmsUser(world)?.locked === true,
  done: (world) => kmsUser(world)?.locked !== true && (matches(world) || world.diagnosis?.passwordKnown === true),
  asks: ['adminPassword', 'kmsPassword'],
  // While AWS KMS is signed in the HSMs refuse it.
  deeds: (world, draft) => (stateOf(world) === 'DISCONNECTED' && kmsUser(world) ? typed(begin(world), asAdmin(draft), change(draft), quit) : []),
  sees: (world) => (kmsUser(world)?.locked ? { what: 'locked', from: 'true', to: 'false' } : { what: 'password', from: 'unknown', to: 'known' }),
};

/** For who does not know the password: an admin sets another one, which ends the user's sessions, too. */
const resetPassword: Step = {
  name: 'resetPassword',
  done: (world) => world.diagnosis?.passwordKnown === true && othersSessions(world).length === 0,
  asks: ['adminPassword', 'kmsPassword'],
  deeds: (world, draft) =>
    ['DISCONNECTED', 'FAILED'].includes(stateOf(world) ?? '') && kmsUser(world) ? typed(begin(world), asAdmin(draft), change(draft), quit) : [],
  sees: () => ({ what: 'password', from: 'unknown', to: 'known' }),
};

export const tellPassword: Step = {
  name: 'tellPassword',
  needed: (world) => !matches(world),
  done: matches,
  asks: ['kmsPassword'],
  instead: resetPassword,
  deeds: (world, { kmsPassword }) =>
    stateOf(world) === 'DISCONNECTED' && world.store
      ? [
          {
            by: 'aws',
            service: 'kms',
            operation: 'UpdateCustomKeyStore',
            input: { CustomKeyStoreId: world.store.CustomKeyStoreId, KeyStorePassword: kmsPassword },
          },
        ]
      : [],
  sees: () => ({ what: 'kmsPassword', from: 'differs', to: 'matches' }),
};

/** One `logout` ends all of the user's sessions: all terminals are one computer here. */
export const logOut: Step = {
  name: 'logOut',
  done: (world) => othersSessions(world).length === 0,
  asks: ['kmsPassword'],
  instead: resetPassword,
  deeds: (world, draft) => typed(begin(world), asKmsUser(draft), logout, quit),
  sees: (world) => ({ what: 'sessions', from: String(othersSessions(world).length), to: '0' }),
};

export const createUser: Step = {
  name: 'createUser',
  done: (world) => kmsUser(world) !== undefined,
  asks: ['adminPassword', 'kmsPassword'],
  deeds: (world, draft) => {
    const { kmsPassword } = draft;
    const create = { line: 'user create --username kmsuser --role crypto-user', answers: [kmsPassword, kmsPassword] };
    return typed(begin(world), asAdmin(draft), create, quit);
  },
  sees: () => ({ what: 'kmsuser', from: 'absent', to: 'crypto-user' }),
};

/** Only `kmsuser` can delete what it owns, so one signs in as it, and AWS KMS must learn the password afterwards. */
export const deleteOrphans: Step = {
  name: 'deleteOrphans',
  done: ({ diagnosis }) => diagnosis?.orphans.length === 0,
  asks: ['adminPassword', 'kmsPassword'],
  deeds: (world, draft) => {
    const { diagnosis } = world;
    if (stateOf(world) !== 'DISCONNECTED' || !diagnosis) return [];
    const deletions = diagnosis.orphans.map((orphan) => ({ line: `key delete --filter key-reference=${orphan['key-reference']}` }));
    return typed(begin(world), asAdmin(draft), change(draft), logout, asKmsUser(draft), ...deletions, logout, quit);
  },
  sees: ({ diagnosis }) => ({ what: 'orphans', from: String(diagnosis?.orphans.length ?? 0), to: '0' }),
};
