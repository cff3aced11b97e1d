import type pg from 'pg';
import { ImportImpossible } from '#domain/import/import-impossible.ts';

export type PartnerWanted = {
  slug: string;
  /** The name under which it is made when it is missing; null when it must be there. */
  createAs: string | null;
};

export type PartnerFound = { id: number; slug: string; name: string; created: boolean };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The partner that an import is for. Throws ImportImpossible when it is not there and was not to be made. */
export async function findOrCreatePartner(
  client: pg.ClientBase,
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
  if (!SLUG.test(slug)) {
    throw new ImportImpossible(
      `"${slug}" cannot be a partner: lower case letters, digits and single dashes can.`,
    );
  }
  const made = await client.query<{ id: number }>(
    'INSERT INTO partner (slug, name) VALUES ($1, $2) RETURNING id',
    [slug, createAs],
  );
  return { id: made.rows[0]?.id ?? 0, slug, name: createAs, created: true };
}
