import { NotFound } from '#domain/not-found.ts';
import type { PartnerViewer, Viewer } from '#domain/viewer.ts';

/** The partner's user who acts; whoever else got past the gate finds nothing. */
export function partnerUser(actor: Viewer): PartnerViewer {
  if (actor.role !== 'partner') throw new NotFound('partner');
  return actor;
}
