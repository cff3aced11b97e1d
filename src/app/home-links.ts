import { FIRST_PAGE, type ReportRequest } from '#domain/report-request.ts';
import { VOICE_SERVICES_PATH } from '#domain/setup.ts';
import type { HomeLinks } from '#features/home/home-links.ts';
import { READY_PATH } from '#features/ready/url.ts';
import type { RowRef } from '#features/report/row-ref.ts';
import { REPORT_PATH, reportUrl } from '#features/report/url.ts';

/** Where a partner's home leads to: the report with its parameters, and what else a partner does. */
export const HOME_LINKS: HomeLinks = {
  waiting: report({ statuses: ['waiting-for-you'] }),
  ports: (from, to) =>
    report({
      statuses: ['scheduled', 'confirmed', 'completed'],
      date: { field: 'focOn', from, to },
      sort: { key: 'focOn', direction: 'asc' },
    }),
  ready: (accountId) => report({ accountId, ready: true }),
  request: ({ accountId, requestId, phone, waits }) =>
    report(
      { accountId, statuses: waits ? ['waiting-for-you'] : [], find: requestId, match: 1 },
      { requestId, phone },
    ),
  report: REPORT_PATH,
  assign: READY_PATH,
  setUp: VOICE_SERVICES_PATH,
};

function report(asked: Partial<ReportRequest>, row: RowRef | null = null): string {
  return reportUrl({ request: { ...FIRST_PAGE, ...asked }, partner: null, zoom: null, row });
}
