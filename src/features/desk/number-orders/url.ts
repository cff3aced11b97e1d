export const NUMBER_ORDERS_PATH = '/desk/number-orders';

export const NUMBER_ORDER_TABS = ['requested', 'done'] as const;
export type NumberOrderTab = (typeof NUMBER_ORDER_TABS)[number];

/** What the address of the list asks for. What cannot be read is the first of the kind. */
export type NumberOrdersUrl = { tab: NumberOrderTab; page: number };

/** Reads the address of the list. */
export function parseNumberOrdersUrl(params: Record<string, string | string[] | undefined>): NumberOrdersUrl {
  const tab = NUMBER_ORDER_TABS.find((one) => one === params.tab) ?? 'requested';
  const page =
    typeof params.page === 'string' && /^[1-9]\d{0,5}$/.test(params.page) ? Number(params.page) : 1;
  return { tab, page };
}

/** The address of the list. */
export function numberOrdersUrl({ tab, page }: NumberOrdersUrl): string {
  const params = new URLSearchParams();
  if (tab !== 'requested') params.set('tab', tab);
  if (page > 1) params.set('page', String(page));
  const query = params.toString();
  return query ? `${NUMBER_ORDERS_PATH}?${query}` : NUMBER_ORDERS_PATH;
}
