import { adminChanges } from '#domain/admin-event.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { namedAlready } from './named-already.ts';

/** Gives a partner another name; `was` is the name that was seen. Throws NotFound when there is no such partner. */
export async function renamePartner(
  viewer: Viewer,
  { slug, was, name }: { slug: string; was: string; name: string },
): Promise<Changed<'name-taken'>> {
  demand(viewer, 'partners.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [seen] = await query<{ id: number }>('SELECT id FROM partner WHERE slug = $1', [slug]);
    if (!seen) throw new NotFound('partner');
    const taken = await namedAlready(query, name, seen.id);
    const [known] = await query<{ name: string }>(
      'SELECT name FROM partner WHERE id = $1 FOR NO KEY UPDATE',
      [seen.id],
    );
    const changes = adminChanges({ name: known?.name }, { name });
    if (changes.length === 0) return { kind: 'unchanged' };
    if (known?.name !== was) return { kind: 'refused', because: 'changed-since' };
    if (taken) return { kind: 'refused', because: 'name-taken' };
    await query('UPDATE partner SET name = $2 WHERE id = $1', [seen.id, name]);
    await recordAdmin(query, viewer, { kind: 'partner-renamed', subject: was, changes });
    return { kind: 'changed' };
  });
}
