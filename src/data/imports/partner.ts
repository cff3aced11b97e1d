import type pg from 'pg';
import { adminChanges } from '#domain/admin-event.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { isPartnerSlug } from '#domain/partner-slug.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { queryOn } from '../tenant.ts';

export type PartnerWanted = {
  slug: string;
  /** The name under which it is made when it is missing; null when it must be there. */
  createAs: string | null;
};

export type PartnerFound = { id: number; slug: string; name: string; created: boolean };

/** The partner that an import is for. Throws ImportImpossible when it is not there and was not to be made; that it was made is recorded. */
export async function findOrCreatePartner(
  client: pg.PoolClient,
  viewer: Viewer,
  { slug, createAs }: PartnerWanted,
): Promise<PartnerFound> {
  const found = await client.query<{ id: number; name: string }>(
    'SELECT id, name FROM partner WHERE slug = $1',
    [slug],
  );
  if (found.rows[0]) return { ...found.rows[0], slug, created: false };
  if (createAs === null) {
    throw new ImportImpossible(`There is no partner "${slug}": --create-partner NAME makes it.`);
  }
  if (!isPartnerSlug(slug)) {
    throw new ImportImpossible(
      `"${slug}" cannot be a partner: lower case letters, digits and single dashes can.`,
    );
  }
  const made = await client.query<{ id: number }>(
    'INSERT INTO partner (slug, name) VALUES ($1, $2) RETURNING id',
    [slug, createAs],
  );
  await recordAdmin(queryOn(client), viewer, {
    kind: 'partner-created',
    subject: createAs,
    changes: adminChanges({}, { name: createAs, slug }),
  });
  return { id: made.rows[0]?.id ?? 0, slug, name: createAs, created: true };
}
