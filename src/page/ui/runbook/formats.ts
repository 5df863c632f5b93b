import type { Language } from '../../i18n/languages.ts';
import { runbookTexts } from '../../i18n/runbook.ts';
import { quoted } from '../calls/generate-cli.ts';
import { functions, needsCli, settings, writtenStep } from './script.ts';
import type { Step } from './steps.ts';

interface Book {
  readonly language: Language;
  readonly region: string;
  /** The simulated day. */
  readonly date: string;
  readonly steps: readonly Step[];
}

export const formats = ['bash', 'markdown'] as const;
export type Format = (typeof formats)[number];

/** A runbook as a bash script for the real AWS CLI, or as a Markdown document with the same commands to paste. */
export const bookOf = (format: Format, book: Book): string => (format === 'bash' ? bash(book) : markdown(book));

function bash({ language, region, date, steps }: Book): string {
  const { doc } = runbookTexts[language];
  const parts = steps.map((step, i) => {
    const { title, lines, expected } = writtenStep(language, step);
    return [`# ${String(i + 1)}. ${title}`, ...expected.map((each) => `#    ${each}`), `echo ${`'${String(i + 1)}. ${step.name}'`}`, ...lines].join('\n');
  });
  return [
    `#!/usr/bin/env bash\n# ${doc.title(date)}\n# ${doc.warning}\n# ${doc.needs}${needsCli(steps) ? `\n# ${doc.needsCli}` : ''}\n${functions(language)}\n\n${settings(region, steps)}`,
    ...parts,
    `echo ${quoted(doc.done)}\n`,
  ].join('\n\n');
}

function markdown({ language, region, date, steps }: Book): string {
  const { doc } = runbookTexts[language];
  const fenced = (text: string): string => `\`\`\`bash\n${text}\n\`\`\``;
  const parts = steps.flatMap((step, i) => {
    const { title, lines, expected } = writtenStep(language, step);
    return [`## ${String(i + 1)}. ${title}`, fenced(lines.join('\n')), expected.map((each) => `- ${each}`).join('\n')];
  });
  return [`# ${doc.title(date)}`, `> ${doc.warning}`, doc.needs, ...(needsCli(steps) ? [doc.needsCli] : []), `## ${doc.prepare}`, fenced(`${functions(language)}\n\n${settings(region, steps)}`), ...parts, ''].join('\n\n');
}
