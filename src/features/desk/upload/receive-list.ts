import 'server-only';
import { readFile } from 'node:fs/promises';
import type { NextRequest } from 'next/server';
import { keepUpload } from '#data/uploads/keep-upload.ts';
import { fileHash } from '#documents/reading/file-hash.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { receiveFile } from '#server/received-file.ts';
import { refuse } from '#server/route.ts';
import { inspectList } from './inspect-list.ts';

import { LARGEST_FILE, tooLarge } from './sentences.ts';

/**
 * Takes a carrier's list in: the request's body is the file, `?name=` its name. Answers with the upload's id, or with 400
 * and the one sentence that says what is wrong with the file.
 */
export async function receiveList(viewer: Viewer, request: NextRequest): Promise<Response> {
  demand(viewer, 'uploads.apply');
  const name = request.nextUrl.searchParams.get('name') ?? '';
  const file = await receiveFile(request, name, LARGEST_FILE);
  if (!file) return refuse(tooLarge(name));
  try {
    const { headers, records } = await inspectList(file.path);
    const content = await readFile(file.path);
    const sha256 = await fileHash(file.path);
    const upload = { fileName: file.name, sha256, content, headers, records };
    return Response.json({ id: await keepUpload(viewer, upload, new Date()) });
  } catch (error) {
    if (error instanceof ImportImpossible) return refuse(error.message);
    throw error;
  } finally {
    await file.discard();
  }
}
