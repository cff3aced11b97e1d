import { NotFound } from '#domain/not-found.ts';
import type { PartnerViewer, Viewer } from '#domain/viewer.ts';

/** The partner's user who asks: set-ups are among one partner's own; whoever else got past the gate finds nothing. */
export function partnerOf(asker: Viewer): PartnerViewer {
  if (asker.role !== 'partner') throw new NotFound('set-up');
  return asker;
}
