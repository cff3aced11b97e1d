import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { type PartPage, type RequestView, readRequestView } from './view/read-request-view.ts';

/** One request of an end user's account. Throws NotFound for anyone else, and when the account has none of this ID. */
export async function readRequest(viewer: Viewer, requestId: string, asked: PartPage): Promise<RequestView> {
  demand(viewer, 'requests.read-own-account');
  if (viewer.role !== 'end-user') throw new NotFound('account');
  const view = await readIn(scopeOf(viewer, viewer.partnerId), (query) =>
    readRequestView(query, viewer, requestId, asked),
  );
  if (!view) throw new NotFound('request');
  return view;
}
