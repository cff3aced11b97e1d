import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readUpload } from '#data/uploads/read-upload.ts';
import { ApplyScreen } from '#features/desk/upload/apply-screen.tsx';
import { openApply } from '#features/desk/upload/open-apply.ts';
import { UploadPage } from '#features/desk/upload/upload-page.tsx';
import { stepOf, stepUrl, uploadId } from '#features/desk/upload/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Apply a list' };

type Props = { params: Promise<{ id: string }> };

export default async function ApplyPage({ params }: Props) {
  const viewer = await requireViewer();
  const id = uploadId((await params).id);
  const upload = await found(readUpload(viewer, id));
  if (upload.state !== 'previewed' && upload.state !== 'applying') {
    redirect(stepUrl(id, stepOf(upload.state)));
  }
  return (
    <UploadPage upload={upload} step="apply">
      <ApplyScreen view={await found(openApply(viewer, upload, new Date()))} />
    </UploadPage>
  );
}
