import { may } from '#domain/permissions.ts';
import { VOICE_SERVICES_PATH } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import { NUMBER_ORDERS_PATH } from '#features/desk/number-orders/url.ts';
import { DESK_PATH } from '#features/desk/order/url.ts';
import { READY_PATH, readyUrl } from '#features/ready/url.ts';
import { REPORT_PATH } from '#features/report/url.ts';
import type { NavigationPlace } from '#features/shell/navigation.ts';
import { STATUS_PATH } from '#features/status-viewer/url.ts';

export const HOME_PATH = '/';
export const REPORTS_PATH = '/reports';
export const BUSINESS_INTELLIGENCE_PATH = '/reports/business-intelligence';

/** The places that a viewer may go to. */
export function placesFor(viewer: Viewer): NavigationPlace[] {
  const places: NavigationPlace[] = [];
  if (may(viewer, 'home.read')) places.push({ label: 'Home', href: HOME_PATH });
  if (may(viewer, 'desk.read')) places.push({ label: 'Porting desk', href: DESK_PATH });
  if (may(viewer, 'report.read')) {
    const links = [{ label: 'Partner Number Porting Report', href: REPORT_PATH }];
    const groups = [{ label: 'Business Intelligence Reports', href: BUSINESS_INTELLIGENCE_PATH, links }];
    places.push({ label: 'Reports', href: REPORTS_PATH, groups });
  }
  if (may(viewer, 'numbers.assign')) {
    places.push({ label: 'Numbers', href: READY_PATH, alerts: readyUrl({ shown: 'unsafe' }) });
  }
  if (may(viewer, 'setups.change')) {
    const links = [{ label: 'Configuring a new Unite account', href: VOICE_SERVICES_PATH }];
    const groups = [{ label: 'Accounts', href: VOICE_SERVICES_PATH, links }];
    places.push({ label: 'Voice Services Tools', href: VOICE_SERVICES_PATH, groups });
  }
  if (may(viewer, 'number-orders.decide')) places.push({ label: 'New numbers', href: NUMBER_ORDERS_PATH });
  if (may(viewer, 'uploads.apply')) places.push({ label: 'Imports', href: `${DESK_PATH}/import` });
  if (may(viewer, 'admin.read')) places.push({ label: 'Administration', href: `${DESK_PATH}/admin` });
  if (may(viewer, 'requests.read-own-account')) places.push({ label: 'Porting status', href: STATUS_PATH });
  return places;
}

/**
 * Where a viewer's work begins: the desk for the porting team, its home for a partner, for an end user the status of its
 * requests. The label ends "Go to …".
 */
export function homeOf(viewer: Viewer): { href: string; label: string } {
  if (may(viewer, 'desk.read')) return { href: DESK_PATH, label: 'the porting desk' };
  return may(viewer, 'home.read')
    ? { href: HOME_PATH, label: 'your home page' }
    : { href: STATUS_PATH, label: 'your porting status' };
}
