import type { KeyCursor } from '../../../model/look.ts';
import { remember, remembered } from '../remembered.ts';
import { usualSorting, type Sorting } from './columns.ts';
import { noFilter, type Filter } from './filter.ts';

/** Where one is in the table of keys. */
export interface Position {
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Where each page after the first goes on, up to the one that is shown. */
  readonly pages: readonly KeyCursor[];
}
export const beginning: Position = { sorting: usualSorting, filter: noFilter, pages: [] };

const name = 'key-table-position';

/**
 * Kept with the entry of the tab's history, so that back, forward and reload come to the same place, wherever one has been in the
 * table since; and for the visit: who comes by a link goes on where the table was left.
 */
export function keepPosition(position: Position): void {
  try {
    history.replaceState({ ...(history.state as object | null), [name]: position }, '');
  } catch {
    // Browsers do not let a page do so many times in a short time.
  }
  remember(name, JSON.stringify(position), { visit: true });
}

export function keptPosition(): Position {
  const here = (history.state as Readonly<Record<string, Partial<Position> | undefined>> | null)?.[name];
  try {
    return { ...beginning, ...(here ?? (JSON.parse(remembered(name, { visit: true }) ?? '{}') as Partial<Position>)) };
  } catch {
    return beginning;
  }
}
