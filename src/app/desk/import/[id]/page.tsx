import { redirect } from 'next/navigation';
import { readUpload } from '#data/uploads/read-upload.ts';
import { stepOf, stepUrl, uploadId } from '#features/desk/upload/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

type Props = { params: Promise<{ id: string }> };

/** The step that an upload is at. */
export default async function UploadPage({ params }: Props) {
  const viewer = await requireViewer();
  const id = uploadId((await params).id);
  const { state } = await found(readUpload(viewer, id));
  redirect(stepUrl(id, stepOf(state)));
}
