import { en } from './en/clusters.ts';
import { ja } from './ja/clusters.ts';
import type { Language } from './languages.ts';

export type ClustersTexts = typeof en;

/** Of `<glass-clusters>`: loaded with it. */
export const clustersTexts: Readonly<Record<Language, ClustersTexts>> = { en, ja };
