import { may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, readOnce, type Scope } from '../tenant.ts';

export type Partner = { id: number; slug: string; name: string };

/**
 * The partner that a viewer looks at: its own for a partner's or an end user's viewer (a slug of another answers null,
 * like one that does not exist), the named one for staff and system actors. Null when there is none.
 */
export async function readPartner(viewer: Viewer, slug?: string): Promise<Partner | null> {
  if (viewer.role === 'partner' || viewer.role === 'end-user') {
    const scope: Scope = { role: 'portal_partner', partnerId: viewer.partnerId };
    const own = await readOnce<Partner>(scope, 'SELECT id, slug, name FROM partner');
    const found = own[0] ?? null;
    return slug === undefined || found?.slug === slug ? found : null;
  }
  if (!may(viewer, 'report.any-partner') || slug === undefined) return null;
  const rows = await readIn({ role: 'portal_staff' }, (query) =>
    query<Partner>('SELECT id, slug, name FROM partner WHERE slug = $1', [slug]),
  );
  return rows[0] ?? null;
}
