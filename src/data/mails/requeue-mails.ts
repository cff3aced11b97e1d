import { MAIL_ATTEMPTS } from '#domain/mail.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Query, writeAsOwner } from '../tenant.ts';

const CUT_OFF = 'The portal was cut off while it sent this; the mail server may have taken it.';

/**
 * Finds mails that wait although nobody is at them: a worker that was killed leaves its job locked, which graphile-worker
 * alone would honour for four hours. Whoever sends a mail holds it, so what is not held is not being sent; a job that is a
 * minute old and locked is of somebody who is gone. It counts as an attempt. Returns how many there were.
 */
export async function requeueMails(viewer: Viewer, now: Date): Promise<number> {
  demand(viewer, 'mail.send');
  return writeAsOwner(async (query) => {
    const stranded = await find(query);
    // Else graphile-worker would keep the dead worker's job beside the new one.
    const workers = stranded.map(({ worker }) => worker).filter((worker) => worker !== null);
    if (workers.length > 0) await query('SELECT graphile_worker.force_unlock_workers($1)', [workers]);
    for (const { id, attempts, worker } of stranded) {
      const tried = worker === null ? attempts : attempts + 1;
      const over = tried >= MAIL_ATTEMPTS;
      // The state, whatever it was before, makes the job.
      await query(
        `UPDATE mail SET state = $2, attempts = $3, tried_at = CASE WHEN $4 THEN $5 ELSE tried_at END,
           error = CASE WHEN $4 THEN $6 ELSE error END
         WHERE id = $1`,
        [id, over ? 'failed' : 'queued', tried, worker !== null, now, CUT_OFF],
      );
    }
    return stranded.length;
  });
}

type Stranded = { id: string; attempts: number; worker: string | null };

function find(query: Query): Promise<Stranded[]> {
  return query<Stranded>(
    `SELECT m.id, m.attempts, j.locked_by AS worker
     FROM mail m LEFT JOIN graphile_worker.jobs j ON j.key = 'mail:' || m.id
     WHERE m.state = 'queued'
       AND (j.id IS NULL OR j.locked_at < now() - interval '1 minute' OR (j.locked_at IS NULL AND j.attempts >= j.max_attempts))
     ORDER BY m.queued_at LIMIT 1000
     FOR UPDATE OF m SKIP LOCKED`,
  );
}
