import { createHash } from 'node:crypto';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { RejectTurn } from '#domain/reject-reason.ts';
import { asOwner, insert } from './owner.ts';
import { word } from './unique.ts';

/** A holiday in a year far from those that other tests look at, on a day that no other test has; with `there` false, only its name and day. */
export async function makeHoliday({ there = true } = {}): Promise<{ day: CalendarDate; name: string }> {
  const name = `Holiday ${word()}`;
  const first = new Date(Date.UTC(2100, 0, 1)).getTime();
  for (;;) {
    const days = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const day = new Date(first + (days % 30_000) * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
    const insertion = 'INSERT INTO holiday (day, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day';
    const look = 'SELECT $1::date AS day WHERE NOT EXISTS (SELECT 1 FROM holiday WHERE day = $1)';
    const rows = there ? await asOwner(insertion, [day, name]) : await asOwner(look, [day]);
    if (rows.length > 0) return { day, name };
  }
}

/** A reject reason that is offered, or with `retired` no more. */
export async function makeRejectReason({ retired = false } = {}): Promise<{
  id: number;
  reason: string;
  nextStep: string;
  turn: RejectTurn;
}> {
  const text = { reason: `Reason ${word()}`, nextStep: 'Send it again.', turn: 'partner' as const };
  const { id } = await insert<{ id: number }>('reject_reason', {
    reason: text.reason,
    next_step: text.nextStep,
    turn: text.turn,
    retired,
  });
  return { id, ...text };
}

/** What is kept of a link's token. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A one-time link of a user. Returns its token. */
export async function makeLink(
  user: { id: string },
  given: { expiresAt?: string; used?: boolean } = {},
): Promise<string> {
  const token = `token-${word()}-${word()}`;
  await insert('user_invite', {
    user_id: user.id,
    token_hash: linkHash(token),
    expires_at: given.expiresAt ?? '2100-01-01T00:00:00Z',
    used_at: given.used ? '2026-01-01T00:00:00Z' : null,
  });
  return token;
}
