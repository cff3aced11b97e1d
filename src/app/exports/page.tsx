import type { Metadata } from 'next';
import { listExports } from '#data/exports/list-exports.ts';
import { ExportList } from '#features/exports/export-list.tsx';
import { parseExportsUrl } from '#features/exports/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Exports' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExportsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const position = parseExportsUrl(await searchParams);
  return <ExportList list={await found(listExports(viewer, position))} first={position === null} />;
}
