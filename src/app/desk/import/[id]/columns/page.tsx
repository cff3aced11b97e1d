import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readUpload } from '#data/uploads/read-upload.ts';
import { ColumnsForm } from '#features/desk/upload/columns-form.tsx';
import { openColumns } from '#features/desk/upload/open-columns.ts';
import { UploadPage } from '#features/desk/upload/upload-page.tsx';
import { stepOf, stepUrl, uploadId } from '#features/desk/upload/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Columns of a list' };

type Props = { params: Promise<{ id: string }> };

export default async function ColumnsPage({ params }: Props) {
  const viewer = await requireViewer();
  const id = uploadId((await params).id);
  const upload = await found(readUpload(viewer, id));
  if (upload.state !== 'to-map' && upload.state !== 'previewed') redirect(stepUrl(id, stepOf(upload.state)));
  return (
    <UploadPage upload={upload} step="columns">
      <ColumnsForm view={await found(openColumns(viewer, upload))} />
    </UploadPage>
  );
}
