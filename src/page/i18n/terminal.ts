import { en } from './en/terminal.ts';
import { ja } from './ja/terminal.ts';
import type { Language } from './languages.ts';

export type TerminalTexts = typeof en;

/** Of `<glass-terminal>`: loaded with it. */
export const terminalTexts: Readonly<Record<Language, TerminalTexts>> = { en, ja };
