import { adminChanges } from '#domain/admin-event.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { namedAlready } from './named-already.ts';
import type { Partner } from './read-partner.ts';

export type CreatedPartner =
  | { created: true; partner: Partner }
  | { created: false; because: 'slug-taken' | 'name-taken' };

/** Makes a partner. Its slug (domain/partner-slug.ts) names it in addresses and commands, and stays what it is. */
export async function createPartner(
  viewer: Viewer,
  { slug, name }: { slug: string; name: string },
): Promise<CreatedPartner> {
  demand(viewer, 'partners.create');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    if (await namedAlready(query, name, null)) return { created: false, because: 'name-taken' };
    const [partner] = await query<Partner>(
      'INSERT INTO partner (slug, name) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING RETURNING id, slug, name',
      [slug, name],
    );
    if (!partner) return { created: false, because: 'slug-taken' };
    await recordAdmin(query, viewer, {
      kind: 'partner-created',
      subject: name,
      changes: adminChanges({}, { name, slug }),
    });
    return { created: true, partner };
  });
}
