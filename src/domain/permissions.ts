import { NotFound } from './not-found.ts';
import type { Role, Viewer } from './viewer.ts';

/** Everything that can be allowed or refused, in one table. */
export const PERMISSIONS = {
  'report.read': ['partner', 'agent', 'lead', 'system'],
  'report.export': ['partner', 'agent', 'lead', 'system'],
  'exports.read': ['partner', 'agent', 'lead'],
  'report.any-partner': ['agent', 'lead', 'system'],
  'requests.read-own-account': ['end-user'],
  'preferences.own': ['partner', 'end-user', 'agent', 'lead'],
  'orders.import': ['lead', 'system'],
  'desk.read': ['agent', 'lead'],
  'orders.move': ['agent', 'lead'],
  'orders.correct': ['lead'],
  'orders.edit': ['agent', 'lead'],
  'requests.create': ['agent', 'lead'],
  'uploads.apply': ['agent', 'lead'],
  'holidays.change': ['lead'],
  'reject-reasons.change': ['lead'],
  'admin.read': ['lead'],
  'partners.change': ['lead'],
  'accounts.change': ['lead'],
  'partners.create': ['lead', 'system'],
  'users.create': ['lead', 'system'],
  'users.change': ['lead', 'system'],
  'users.sign-in': ['system'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a viewer may; the same answer hides the button and guards the verb. */
export function may(viewer: Viewer, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(viewer.role);
}

/** The gate of a verb: throws NotFound when the viewer may not, so that strangers learn nothing. */
export function demand(viewer: Viewer, permission: Permission): void {
  if (!may(viewer, permission)) throw new NotFound(permission);
}
