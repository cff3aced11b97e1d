import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { openOrder } from '#features/desk/order/open-order.ts';
import { OrderScreen } from '#features/desk/order/order-screen.tsx';
import { parseOrderUrl } from '#features/desk/order/url.ts';
import { savePreference } from '#features/preferences/actions.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).id}` };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const url = parseOrderUrl((await params).id, await searchParams) ?? notFound();
  const view = await found(openOrder(viewer, url, new Date()));
  return <OrderScreen view={view} save={savePreference} />;
}
