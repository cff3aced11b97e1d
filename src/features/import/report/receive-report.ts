import 'server-only';
import { readFile } from 'node:fs/promises';
import type { NextRequest } from 'next/server';
import { keepReportUpload } from '#data/report-uploads/keep-report-upload.ts';
import { fileHash } from '#documents/reading/file-hash.ts';
import { openTable } from '#documents/reading/table.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { receiveFile } from '#server/received-file.ts';
import { refuse } from '#server/route.ts';
import { LARGEST_FILE, MOST_INFLATED, tooLarge } from './sentences.ts';

/**
 * Takes a report in: the request's body is the file, `?name=` its name, `?partner=` whose it is. Answers with its id, or
 * with 400 and what is wrong with the file. Whether it can be imported, a dry run says.
 */
export async function receiveReport(viewer: Viewer, request: NextRequest): Promise<Response> {
  demand(viewer, 'orders.import');
  const params = request.nextUrl.searchParams;
  const name = params.get('name') ?? '';
  const file = await receiveFile(request, name, LARGEST_FILE);
  if (!file) return refuse(tooLarge(name));
  try {
    await openTable(file.path, { mostBytes: MOST_INFLATED });
    const content = await readFile(file.path);
    const sha256 = await fileHash(file.path);
    const report = { partner: params.get('partner') ?? '', fileName: file.name, sha256, content };
    return Response.json({ id: await keepReportUpload(viewer, report, new Date()) });
  } catch (error) {
    if (error instanceof ImportImpossible) return refuse(error.message);
    throw error;
  } finally {
    await file.discard();
  }
}
