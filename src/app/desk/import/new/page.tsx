import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '#domain/permissions.ts';
import { NewUpload } from '#features/desk/upload/new-upload.tsx';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Upload a list' };

export default async function NewUploadPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'uploads.apply')) notFound();
  return <NewUpload />;
}
