import { FIRST_PAGE } from '#domain/report-request.ts';
import { reportUrl } from '#features/report/url.ts';

/** The report of the account of a set-up, with a way back to step 2. */
export function reportOfSetup({ id, account }: { id: number; account: { id: string } }): string {
  const request = { ...FIRST_PAGE, accountId: account.id };
  const url = { request, partner: null, zoom: null, row: null, setup: id };
  return reportUrl(url);
}
