import { NotFound } from '#domain/not-found.ts';
import type { Query } from '../../tenant.ts';

/** A set-up that is held until the transaction ends: whoever else changes a part of it waits. */
export type HeldSetup = {
  partnerId: number;
  id: number;
  accountId: string;
  version: number;
  submittedAt: Date | null;
};

/** Holds a set-up of a partner. Throws NotFound. */
export async function holdSetup(query: Query, partnerId: number, id: number): Promise<HeldSetup> {
  const [held] = await query<HeldSetup>(
    `SELECT partner_id AS "partnerId", id, account_id AS "accountId", version, submitted_at AS "submittedAt"
     FROM unite_setup WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
    [partnerId, id],
  );
  if (!held) throw new NotFound('set-up');
  return held;
}

/** Notes that a part of a set-up changed: who reviews it has to look again. */
export async function touchSetup(query: Query, setup: HeldSetup, now: Date): Promise<void> {
  await query(
    'UPDATE unite_setup SET version = version + 1, updated_at = $3 WHERE partner_id = $1 AND id = $2',
    [setup.partnerId, setup.id, now],
  );
}
