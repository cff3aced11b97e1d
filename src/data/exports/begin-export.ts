import { EXPORTS_A_USER, type ReceiptFacts } from '#domain/exports.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { personOf } from './receipt.ts';

export type ExportBegun = {
  /** Chosen by the page; null, or one that was used before, makes a new one. */
  id: string | null;
  address: string;
  format: string;
  columns: readonly string[];
  fileName: string;
  facts: ReceiptFacts;
};

/**
 * Begins the receipt of an export of a partner's report. Returns its id, or null when the viewer has as many running as
 * one may have. Throws NotFound for a stranger.
 */
export async function beginExport(
  viewer: Viewer,
  partner: { id: number },
  begun: ExportBegun,
): Promise<string | null> {
  demand(viewer, 'report.export');
  const person = personOf(viewer);
  return writeIn(scopeOf(viewer, partner.id), async (query) => {
    // One beginning of a user at a time, so that two cannot take the last place together.
    await query("SELECT pg_advisory_xact_lock(hashtextextended('export of ' || $1, 0))", [person.userId]);
    const [running] = await query<{ count: number }>('SELECT running_exports($1) AS count', [person.userId]);
    if ((running?.count ?? 0) >= EXPORTS_A_USER) return null;
    const insert = (id: string) => insertReceipt(query, partner.id, viewer, { ...begun, id });
    return (begun.id && (await insert(begun.id))) || insert(crypto.randomUUID());
  });
}

/** Returns the id, or null when there is a receipt of that id. */
async function insertReceipt(query: Query, partnerId: number, viewer: Viewer, begun: ExportBegun) {
  const { userId, name, email } = personOf(viewer);
  const [inserted] = await query<{ id: string }>(
    `INSERT INTO export_receipt (partner_id, id, user_id, user_name, user_email, by_staff, address, format, columns,
       file_name, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (partner_id, id) DO NOTHING RETURNING id`,
    [
      ...[partnerId, begun.id, userId, name, email, viewer.role !== 'partner', begun.address],
      ...[begun.format, begun.columns, begun.fileName, JSON.stringify(begun.facts)],
    ],
  );
  return inserted?.id ?? null;
}
