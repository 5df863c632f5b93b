/**
 * What is put on the line of what is pasted: documentation breaks long commands with a backslash and shows the prompt, too.
 * Other ends of lines become blanks, so that a person sees what will run.
 */
export const pastedLine = (text: string): string =>
  text
    .replace(/^\s*(?:\$|aws-cloudhsm >)\s+/, '')
    .replace(/\\\r?\n\s*/g, ' ')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
