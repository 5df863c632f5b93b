import type { Notes, ScenarioName, TroubleName } from '../../model/control.ts';
import type { WorldRows } from '../storage/storage.ts';
import { backupTroubles } from './stories/backups.ts';
import { classroom } from './stories/classroom.ts';
import { clusterTroubles } from './stories/clusters.ts';
import { connectionTroubles } from './stories/connections.ts';
import { keyTroubles } from './stories/keys.ts';
import { userTroubles } from './stories/users.ts';
import type { Stage } from './stage.ts';

/** How a world came to be as it is. */
export interface Story {
  /** Simulated milliseconds that pass in it, or more. */
  readonly lasts: number;
  /** The world that it begins in; by default the source document's. */
  readonly begin?: (now: number) => Promise<WorldRows>;
  /** @returns what a person needs to know beyond the document's world */
  readonly tell: (stage: Stage) => Promise<Partial<Omit<Notes, 'scenario'>>>;
}
export type StoryName = TroubleName | 'classroom';

export const stories: { readonly [Name in StoryName & ScenarioName]: Story } = {
  ...backupTroubles,
  ...clusterTroubles,
  ...connectionTroubles,
  ...keyTroubles,
  ...userTroubles,
  classroom,
};
