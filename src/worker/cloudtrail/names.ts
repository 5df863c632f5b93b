import type { Shape, Values } from '../../model/shapes.ts';

/** CloudTrail's own spelling (facts 7): members begin in lower case (`aWSAccountId` too), dates are US text. */
export const trailName = (member: string): string => member.charAt(0).toLowerCase() + member.slice(1);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Oct 14, 2021, 5:39:50 PM`, in UTC */
function trailDate(date: Date): string {
  const hours = date.getUTCHours();
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${String(hours % 12 || 12)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`;
  return `${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate())}, ${String(date.getUTCFullYear())}, ${time}`;
}

/**
 * A value of a request or an answer as its event shows it. Secrets are left out: sensitive and unlogged members, blobs.
 * @param names members that CloudTrail knows by another name
 */
export function logged(shape: Shape, value: unknown, names: Readonly<Record<string, string>> = {}): unknown {
  switch (shape.type) {
    case 'timestamp':
      return value instanceof Date ? trailDate(value) : value;
    case 'list':
      return (value as readonly unknown[]).map((member) => logged(shape.member, member));
    case 'structure': {
      const members: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(value as Values)) {
        const of = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        if (!of || of.sensitive || of.unlogged || of.type === 'blob' || member === undefined) continue;
        members[names[name] ?? trailName(name)] = logged(of, member);
      }
      return members;
    }
    default:
      return value;
  }
}
