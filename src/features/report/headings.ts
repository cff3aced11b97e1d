import { setupPath } from '#domain/setup.ts';
import type { Crumb } from '#ui/page-header.tsx';
import type { ReportView } from './report-view.ts';

export const TITLE = 'Partner Number Porting Report';

/** Where the report stands. */
export const CRUMBS: readonly Crumb[] = [
  { label: 'Reports', href: '/reports' },
  { label: 'Business Intelligence Reports', href: '/reports/business-intelligence' },
];

/** Where the report stands; first the way back to the set-up that it was opened from. */
export function crumbsOf({ url: { setup }, account }: ReportView): readonly Crumb[] {
  if (setup === undefined) return CRUMBS;
  const whose = account?.company ?? account?.id ?? 'the account';
  return [{ label: `Back to set-up of ${whose}`, href: setupPath(setup, 'numbers') }, ...CRUMBS];
}
