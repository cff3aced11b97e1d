import type { Metadata } from 'next';
import { countMails } from '#data/mails/count-mails.ts';
import { listMails } from '#data/mails/list-mails.ts';
import { MailList } from '#features/desk/admin/mail/mail-list.tsx';
import { parseMailsUrl } from '#features/desk/admin/url.ts';
import { environment } from '#server/env.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Mail' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = parseMailsUrl(await searchParams);
  const [list, counts] = await found(Promise.all([listMails(viewer, asked), countMails(viewer)]));
  return <MailList list={list} counts={counts} asked={asked} leaves={environment().SMTP_URL !== undefined} />;
}
