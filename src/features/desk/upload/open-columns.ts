import 'server-only';
import { listMappings } from '#data/uploads/list-mappings.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import type { Upload } from '#data/uploads/upload.ts';
import { guessMapping, hasSameHeaders, inWordsOf } from '#domain/carrier-list/mapping.ts';
import type { Viewer } from '#domain/viewer.ts';
import { withFile } from '#server/received-file.ts';
import type { ColumnsView, OfferedMapping } from './columns-form.tsx';
import { sampleList } from './inspect-list.ts';
import { askedHeaders, openList } from './open-list.ts';

/** What the step of the columns shows: values of the file, and the mappings that fit it, the likeliest first. */
export async function openColumns(viewer: Viewer, upload: Upload): Promise<ColumnsView> {
  const { id, records } = upload;
  const { fileName, content } = await readUploadFile(viewer, id);
  const { list, samples } = await withFile(fileName, content, async (file) => {
    const opened = await openList(file);
    return { list: opened, samples: await sampleList(opened) };
  });
  const asked = new Set(askedHeaders(list.headers));
  return {
    id,
    records,
    headers: [...asked],
    samples: samples.filter((_, i) => asked.has(list.headers[i] ?? '')),
    dates1904: list.dates1904,
    offered: await offeredFor(viewer, upload),
  };
}

async function offeredFor(
  viewer: Viewer,
  { headers, mapping, mappingName }: Upload,
): Promise<OfferedMapping[]> {
  const kept = (await listMappings(viewer)).filter(({ columns }) => hasSameHeaders(columns, headers));
  const known = kept.map(
    ({ name, columns, actor }): OfferedMapping => ({
      name,
      label: `${name}, kept by ${actor}`,
      mapping: inWordsOf(columns, headers),
    }),
  );
  const guessed = { name: null, label: 'Guessed from the headers', mapping: guessMapping(headers) };
  const before = mapping ? [{ name: mappingName, label: 'As this file was read before', mapping }] : [];
  return [...before, ...known, guessed];
}
