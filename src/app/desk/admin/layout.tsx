import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { may } from '#domain/permissions.ts';
import { requireViewer } from '#server/viewer.ts';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (!may(await requireViewer(), 'admin.read')) notFound();
  return children;
}
