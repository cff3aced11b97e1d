import 'server-only';
import { previewUpload } from '#data/uploads/preview-upload.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import { type CarrierMapping, mappingProblem } from '#domain/carrier-list/mapping.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import type { Viewer } from '#domain/viewer.ts';
import { withFile } from '#server/received-file.ts';
import { openList, type ReadRow, readRows } from './open-list.ts';

/**
 * Reads the kept file of an upload under a mapping and previews what it will do. Returns why it cannot, in a sentence; null
 * when it did. Throws NotFound.
 */
export async function previewList(
  viewer: Viewer,
  id: string,
  { mapping, mappingName }: { mapping: CarrierMapping; mappingName: string | null },
  now: Date,
): Promise<string | null> {
  const { fileName, content } = await readUploadFile(viewer, id);
  try {
    const rows = await withFile(fileName, content, async (file) => {
      const list = await openList(file);
      const problem = mappingProblem(mapping, list.headers);
      if (problem !== null) throw new ImportImpossible(problem);
      const read: ReadRow[] = [];
      for await (const row of readRows(list, mapping)) read.push(row);
      return read;
    });
    return await previewUpload(viewer, id, { mapping, mappingName, rows }, now);
  } catch (error) {
    if (error instanceof ImportImpossible) return error.message;
    throw error;
  }
}
