import type { MapView } from '../../../model/look.ts';
import type { TerminalTexts } from '../../i18n/terminal.ts';

type Cluster = MapView['clusters'][number];

/** A line that can be typed now, and what it does. */
export interface Example {
  readonly line: string;
  readonly what: string;
}

/** What examples depend on. */
export interface World {
  /** The cluster that the examples are for. */
  readonly cluster: Cluster;
  /** The Region's only one: the client need not be told which. */
  readonly alone: boolean;
  /** The label of a key in it. */
  readonly label: string | undefined;
  /** Whether it has the user that AWS KMS signs in as. */
  readonly hasKmsUser: boolean;
}

/** @returns the cluster of this id, else one that HSMs answer for, if there is any */
export const exampleCluster = (clusters: readonly Cluster[], ClusterId: string | null): Cluster | undefined =>
  clusters.find((cluster) => cluster.ClusterId === ClusterId) ??
  clusters.find(({ hsms }) => hsms.some(({ State }) => State === 'ACTIVE')) ??
  clusters[0];

/**
 * What a person could type in this world at this prompt.
 * @param interactive CloudHSM CLI's own prompt waits, which takes commands without the program's name
 */
export function examplesOf(texts: TerminalTexts['examples'], { cluster, alone, label, hasKmsUser }: World, interactive: boolean): readonly Example[] {
  const place = alone ? '' : `--cluster-id ${cluster.ClusterId} `;
  const command = (line: string): string => (interactive ? line : `cloudhsm-cli ${place}${line}`);
  const example = (line: string, what: string): Example => ({ line: command(line), what });
  const kmsUser = '--username kmsuser --role crypto-user';
  const labelled = `--filter attr.label="${label ?? ''}"`;
  return [
    ...(cluster.State === 'INITIALIZED' ? [example('cluster activate', texts.activate)] : []),
    example('user list', texts.userList),
    example('login --username admin --role admin', texts.loginAdmin),
    hasKmsUser ? example(`user change-password ${kmsUser}`, texts.changePassword) : example(`user create ${kmsUser}`, texts.userCreate),
    example(`login ${kmsUser}`, texts.loginKmsUser),
    ...(label === undefined
      ? [example('key list', texts.keyList)]
      : [example(`key list ${labelled} --verbose`, texts.keyListed), example(`key delete ${labelled}`, texts.keyDelete)]),
    example('cluster hsm-info', texts.hsmInfo),
    example('logout', texts.logout),
    interactive ? { line: 'quit', what: texts.quit } : example('interactive', texts.interactive),
    example('help', texts.help),
  ];
}
