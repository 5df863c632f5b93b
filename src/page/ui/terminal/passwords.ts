/** An option that is a password, with its value as a shell reads it; a quote without an end reaches to the end of the line. */
const option = /(--[\w-]*password)(?:=|\s+)(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\]|['"].*$)+/g;

/** What stands where a password was typed, however long that is. */
export const masked = '********';

/** The line as it may be shown: a scroll-back is read over shoulders, projected and copied. */
export const shownLine = (line: string): string => line.replace(option, `$1 ${masked}`);

/** The line as it may be run once more: CloudHSM CLI asks for a password that is not given. */
export const recalledLine = (line: string): string => line.replace(option, '').replace(/ {2,}/g, ' ').trim();
