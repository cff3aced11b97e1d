import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readMail } from '#data/mails/read-mail.ts';
import { MailScreen } from '#features/desk/admin/mail/mail-screen.tsx';
import { parseId } from '#features/desk/admin/url.ts';
import { environment } from '#server/env.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Mail' };

type Props = { params: Promise<{ id: string }> };

export default async function MailPage({ params }: Props) {
  const viewer = await requireViewer();
  const id = parseId((await params).id);
  if (!id) notFound();
  return (
    <MailScreen mail={await found(readMail(viewer, id))} leaves={environment().SMTP_URL !== undefined} />
  );
}
