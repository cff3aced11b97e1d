import type { Metadata } from 'next';
import { listNumberOrders } from '#data/number-orders/list-number-orders.ts';
import { NumberOrdersScreen } from '#features/desk/number-orders/number-orders-screen.tsx';
import { parseNumberOrdersUrl } from '#features/desk/number-orders/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'New numbers' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NumberOrdersPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const url = parseNumberOrdersUrl(await searchParams);
  return <NumberOrdersScreen list={await found(listNumberOrders(viewer, url))} url={url} />;
}
