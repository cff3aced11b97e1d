import { may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type Partner, readPartner } from './read-partner.ts';

/** The partners that a viewer may look at, by name: all for staff, its own for a partner's viewer. */
export async function listPartners(viewer: Viewer): Promise<Partner[]> {
  if (!may(viewer, 'report.any-partner')) {
    const own = await readPartner(viewer);
    return own ? [own] : [];
  }
  return readIn({ role: 'portal_staff' }, (query) =>
    query<Partner>('SELECT id, slug, name FROM partner ORDER BY lower(name), id'),
  );
}
