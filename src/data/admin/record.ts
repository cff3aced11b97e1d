import type { AdminChange, AdminEventKind } from '#domain/admin-event.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import type { Query } from '../tenant.ts';

/** What was done to what. `subject` is the name that people know it by; no secret is part of the changes. */
export type AdminAct = { kind: AdminEventKind; subject: string; changes?: readonly AdminChange[] };

/** Writes the event of a change into the transaction that makes the change. */
export async function recordAdmin(
  query: Query,
  who: Viewer | { userId: string; name: string },
  { kind, subject, changes = [] }: AdminAct,
): Promise<void> {
  await query(
    'INSERT INTO admin_event (actor_id, actor, kind, subject, changes) VALUES ($1, $2, $3, $4, $5)',
    [
      'userId' in who ? who.userId : null,
      'role' in who ? actorName(who) : who.name,
      kind,
      subject,
      JSON.stringify(changes),
    ],
  );
}
