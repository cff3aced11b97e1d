import { needleOf } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { ReportPage, ReportRequest } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import type { Arrangement, Report } from './query/arrangement.ts';
import { byOrder } from './query/by-order.ts';
import { byPhone } from './query/by-phone.ts';
import { cutFoundPage, cutPage, pagesOf } from './query/cut-page.ts';
import { remembering } from './query/remembering.ts';
import { countsOf } from './query/tally.ts';

/**
 * One page of a partner's report, everything of it from one snapshot. `now` is what the page calls "as of". A page beyond
 * the end is the last one; a match beyond the last is the last one. Throws NotFound for a stranger.
 */
export async function readReport(
  viewer: Viewer,
  partner: { id: number },
  request: ReportRequest,
  now: Date,
): Promise<ReportPage> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const report: Report = { query, partnerId: partner.id, filters: request };
    const remembered = await remembering(report);
    const counted = countsOf(await remembered.tally(), request);
    const cloth = {
      report,
      arrangement: remembered.arrangement(arrange(report, request), request.sort),
      total: counted.total,
    };
    const needle = request.find === null ? null : needleOf(request.find);
    const cut = await (needle ? cutFoundPage(cloth, request, needle) : cutPage(cloth, request));
    return { asOf: now, ...counted, ...cut, pages: pagesOf(counted.total, request.size) };
  });
}

function arrange(report: Report, { sort }: ReportRequest): Arrangement {
  return sort?.key === 'phone' ? byPhone(report, sort.direction) : byOrder(report, sort);
}
