import type { Crumb } from '#ui/page-header.tsx';

export const TITLE = 'Partner Number Porting Report';

/** Where the report stands. */
export const CRUMBS: readonly Crumb[] = [
  { label: 'Reports', href: '/reports' },
  { label: 'Business Intelligence Reports', href: '/reports/business-intelligence' },
];
