/** What a value that came from elsewhere must be. A check says whether it is; nothing is read of what is not. */
export type Check<T> = (value: unknown) => value is T;
/** A member that may be absent. */
export interface Optional<T> {
  readonly may: Check<T>;
}
/** A check for every member that a type has: one that is forgotten does not compile. */
export type Members<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Check<T[K]>;
};

export const optional = <T>(may: Check<T>): Optional<T> => ({ may });

/** @param all every value that there is */
export const oneOf = <T extends string>(all: Readonly<Record<T, true>>): Check<T> =>
  (value): value is T => typeof value === 'string' && Object.hasOwn(all, value);
export const among = <T extends string>(all: readonly T[]): Check<T> => (value): value is T => all.includes(value as T);

export const text: Check<string> = (value) => typeof value === 'string';
/** One of AWS's words, of which new ones come. */
export const word = <T extends string>(): Check<T> => (value): value is T => typeof value === 'string' && /^\w{1,100}$/.test(value);
export const matching = (pattern: RegExp): Check<string> => (value): value is string => typeof value === 'string' && pattern.test(value);
export const flag: Check<boolean> = (value) => typeof value === 'boolean';
export const yes: Check<true> = (value) => value === true;
/** The last moment that a `Date` can hold. */
const lastMoment = 8.64e15;
/** Milliseconds since the epoch. */
export const moment: Check<number> = (value): value is number => typeof value === 'number' && Math.abs(value) <= lastMoment;
/** How many, or the number of something: more than a world can come to, and few enough to count to. */
const most = 1e7;
export const count: Check<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

export const list = <T>(of: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] => Array.isArray(value) && value.every(of);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By names of any kind. */
export const mapOf = <T>(of: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(of);

/** Just these members, and no others. */
export function shape<T extends object>(members: Members<T>): Check<T> {
  const checks = Object.entries<Check<unknown> | Optional<unknown>>(members);
  return (value): value is T =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
    checks.every(([name, check]) => {
      if (typeof check === 'function') return Object.hasOwn(value, name) && check(value[name]);
      return !Object.hasOwn(value, name) || check.may(value[name]);
    });
}
