import { may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { REPORT_PATH } from '#features/report/url.ts';
import type { NavigationPlace } from '#features/shell/navigation.ts';

export const REPORTS_PATH = '/reports';
export const BUSINESS_INTELLIGENCE_PATH = '/reports/business-intelligence';

import { STATUS_PATH } from '#features/status-viewer/url.ts';

/** The places that a viewer may go to. */
export function placesFor(viewer: Viewer): NavigationPlace[] {
  const places: NavigationPlace[] = [];
  if (may(viewer, 'report.read')) {
    const links = [{ label: 'Partner Number Porting Report', href: REPORT_PATH }];
    const groups = [{ label: 'Business Intelligence Reports', href: BUSINESS_INTELLIGENCE_PATH, links }];
    places.push({ label: 'Reports', href: REPORTS_PATH, groups });
  }
  if (may(viewer, 'requests.read-own-account')) places.push({ label: 'Porting status', href: STATUS_PATH });
  return places;
}

/** Where a viewer's work begins: the report, for an end user the status of its requests. The label ends "Go to …". */
export function homeOf(viewer: Viewer): { href: string; label: string } {
  return may(viewer, 'report.read')
    ? { href: REPORT_PATH, label: 'the Porting Report' }
    : { href: STATUS_PATH, label: 'your porting status' };
}
