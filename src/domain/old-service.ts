import { counted } from './counted.ts';

/** How the numbers of an account stand, over all its requests. `total` counts the cancelled ones too. */
export type AccountNumbers = { total: number; completed: number; cancelled: number };

export type OldService = { keep: boolean; sentence: string };

/**
 * What the customer does with the service at the losing carrier: a number that has not ported is served there still, and
 * ending that service loses it. Cancelled numbers did not move and are left out of the question, but named. Null for an
 * account without numbers. Source: "keep the old service until all its numbers are completed".
 */
export function oldService({ total, completed, cancelled }: AccountNumbers): OldService | null {
  if (total === 0) return null;
  const moving = total - cancelled;
  const stayed = cancelled === 0 ? '' : ` ${stayedSentence(cancelled)}`;
  if (moving === 0) {
    const sentence = `Keep the old service: nothing moved, ${counted(cancelled, 'number')} ${was(cancelled)} cancelled.`;
    return { keep: true, sentence };
  }
  if (completed < moving) {
    const far = `${completed.toLocaleString('en-US')} of ${moving.toLocaleString('en-US')} so far`;
    return {
      keep: true,
      sentence: `Keep the old service until all its numbers are completed: ${far}.${stayed}`,
    };
  }
  const all = moving === 1 ? 'its number is completed' : `all ${counted(moving, 'number')} are completed`;
  return { keep: false, sentence: `Old service may be cancelled: ${all}.${stayed}` };
}

function stayedSentence(cancelled: number): string {
  return cancelled === 1
    ? '1 cancelled number did not move: keep its service if it is still in use.'
    : `${counted(cancelled, 'number')} were cancelled and did not move: keep their service if they are still in use.`;
}

function was(n: number): string {
  return n === 1 ? 'was' : 'were';
}
