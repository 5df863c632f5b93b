import type { Language } from '../i18n/languages.ts';

/** A duration in the reader's language, to the second or minute: `18 min`, `42 秒`. */
export function duration(language: Language, milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [value, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.round(seconds / 60), 'minute']
        : seconds < 129_600
          ? [Math.round(seconds / 3600), 'hour']
          : [Math.round(seconds / 86_400), 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit), unitDisplay: 'short' }).format(Number(value));
}

export const number = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);

/** `1234abcd…90ab`: enough of a key id to tell it from others. */
export const shortKeyId = (KeyId: string): string => `${KeyId.slice(0, 8)}…${KeyId.slice(-4)}`;

/** A date and time in the reader's language and time zone. */
export const moment = (language: Language, time: number | Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
