import type { ReactiveControllerHost } from 'lit';
import type { Notes } from '../../../model/control.ts';
import type { ClusterSessionView, MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { Looking } from '../looking.ts';
import { exampleCluster, type World } from './examples.ts';

type Clusters = MapView['clusters'];

/** What somebody at the terminal may need to know of the world around it. */
export class Surroundings {
  private simulator: Simulator | undefined;
  private notes: Notes | undefined;
  private readonly map: Looking<'map'>;
  private readonly key: Looking<'keyObjects'>;
  private readonly contents: Looking<'clusterContents'>;

  /** @param chosen the cluster that is asked for, if one is */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly chosen: () => string | null,
  ) {
    const ClusterId = (): string => this.cluster?.ClusterId ?? '';
    this.map = new Looking(host, 'map', undefined, (now, before) => {
      const ids = (map: typeof before): string => (map?.clusters ?? []).map((each) => each.ClusterId).join();
      if (!before || ids(now) !== ids(before)) void this.readNotes();
      this.look();
    });
    this.key = new Looking(host, 'keyObjects', () => ({ ClusterId: ClusterId(), limit: 1 }));
    this.contents = new Looking(host, 'clusterContents', () => ({ ClusterId: ClusterId() }));
  }

  /** Whom to ask; undefined for nobody. */
  ask(simulator: Simulator | undefined): void {
    this.simulator = simulator;
    for (const looking of [this.map, this.key, this.contents]) looking.ask(simulator);
  }

  /** Another cluster was chosen. */
  look(): void {
    this.key.look();
    this.contents.look();
  }

  get failure(): string | undefined {
    return this.map.failure;
  }

  /** Undefined until they are known. */
  get clusters(): Clusters | undefined {
    return this.map.answer?.clusters;
  }

  /** The cluster that examples are for. */
  get cluster(): Clusters[number] | undefined {
    return exampleCluster(this.clusters ?? [], this.chosen());
  }

  /** What examples depend on; undefined without a cluster. */
  get world(): World | undefined {
    const { cluster } = this;
    const label = this.key.answer?.[0]?.attributes['label'];
    const hasKmsUser = (this.contents.answer?.users ?? []).some(({ username }) => username === 'kmsuser');
    return cluster && { cluster, alone: this.clusters?.length === 1, label: label === undefined ? undefined : String(label), hasKmsUser };
  }

  /** Who is signed in at the cluster's HSMs. */
  get sessions(): readonly ClusterSessionView[] {
    return this.contents.answer?.sessions ?? [];
  }

  /** Those that the scenario began with, by user. */
  get passwords(): readonly (readonly [string, string])[] {
    return Object.entries(this.notes?.passwords ?? {});
  }

  /** What a person must know of the scenario; none of it is worth a failure. */
  private async readNotes(): Promise<void> {
    this.notes = await this.simulator?.control.notes().catch(() => undefined);
    this.host.requestUpdate();
  }
}
