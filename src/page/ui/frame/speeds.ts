import { durations } from '../../../model/durations.ts';
import type { Language } from '../../i18n/languages.ts';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { duration } from '../words.ts';

/** AWS's waits take AWS's duration divided by one of these. */
export const speeds: readonly number[] = [1, 60, 600, Infinity];

/** How far AWS's waits come in one second: `1 min`. */
const inOneSecond = (language: Language, speed: number): string => {
  const [value, unit] = speed >= 60 ? [speed / 60, 'minute'] : [speed, 'second'];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, format).format(value);
};

/** `1 s = 1 min`, beside the time. */
export const speedShort = (language: Language, speed: number, texts: PlaygroundTexts['playground']): string =>
  speed === Infinity ? texts.noWaitShort : texts.speedShort(inOneSecond(language, speed));

/** What a speed means, in words and by an example. */
export function speedWords(language: Language, speed: number, texts: PlaygroundTexts['playground']): readonly [string, string?] {
  if (speed === Infinity) return [texts.noWait];
  const connecting = texts.connecting(duration(language, durations.connect.milliseconds / speed));
  return [speed === 1 ? texts.ownSpeed : texts.faster(inOneSecond(language, speed)), connecting];
}
