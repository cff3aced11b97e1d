import 'server-only';
import type { NextRequest } from 'next/server';
import { readPartner } from '#data/partners/read-partner.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { parseRowAddress } from '../row-ref.ts';
import { openStory } from './open-story.ts';

/** Answers with the story of one row: `?row=` and, for staff, the partner. Throws NotFound. */
export async function sendStory(viewer: Viewer, { nextUrl }: NextRequest): Promise<Response> {
  demand(viewer, 'report.read');
  const partner = await readPartner(viewer, nextUrl.searchParams.get('partner') ?? undefined);
  const row = parseRowAddress(nextUrl.searchParams.get('row') ?? '');
  if (!partner || !row) throw new NotFound('row');
  return Response.json(await openStory(viewer, partner, row, new Date()));
}
