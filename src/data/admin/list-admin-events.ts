import type { AdminChange, AdminEventKind, AdminNoun } from '#domain/admin-event.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';

/** One act of administration. `actor` is a person's name, or `system: …` for a command. */
export type AdminEvent = {
  id: number;
  at: Date;
  actor: string;
  kind: AdminEventKind;
  subject: string;
  changes: AdminChange[];
};

export type AdminEventFilter = {
  kind?: AdminNoun | AdminEventKind | null;
  subject?: string;
  /** The id of the event after which the list goes on. */
  before?: number | null;
  limit?: number;
};

/** What was done in administration, the newest first; `next` is where the list goes on, null at its end. */
export async function listAdminEvents(
  viewer: Viewer,
  { kind = null, subject, before = null, limit = 50 }: AdminEventFilter = {},
): Promise<{ events: AdminEvent[]; next: number | null }> {
  demand(viewer, 'admin.read');
  const found = await readIn({ role: 'portal_staff' }, (query) =>
    query<AdminEvent>(
      `SELECT id, at, actor, kind, subject, changes FROM admin_event
       WHERE ($1::text IS NULL OR kind = $1 OR starts_with(kind, $1 || '-'))
         AND ($2::text IS NULL OR subject = $2)
         AND ($3::bigint IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [kind, subject ?? null, before, limit + 1],
    ),
  );
  const events = found.slice(0, limit);
  return { events, next: found.length > limit ? (events.at(-1)?.id ?? null) : null };
}
