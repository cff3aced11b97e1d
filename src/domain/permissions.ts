import { NotFound } from './not-found.ts';
import type { Role, Viewer } from './viewer.ts';

/** Everything that can be allowed or refused, in one table. */
export const PERMISSIONS = {
  'report.read': ['partner', 'agent', 'lead', 'system'],
  'report.export': ['partner', 'agent', 'lead', 'system'],
  'exports.read': ['partner', 'agent', 'lead'],
  'report.any-partner': ['agent', 'lead', 'system'],
  'requests.read-own-account': ['end-user'],
  'home.read': ['partner'],
  'orders.answer': ['partner'],
  'replies.handle': ['agent', 'lead'],
  'numbers.assign': ['partner'],
  'setups.read': ['partner', 'agent', 'lead'],
  'setups.change': ['partner'],
  'secrets.reveal': ['partner', 'agent', 'lead'],
  'documents.read': ['partner', 'agent', 'lead'],
  'number-orders.decide': ['agent', 'lead'],
  'requests.share': ['partner'],
  'requests.follow-link': ['system'],
  'mail.send': ['system'],
  'mail.read': ['lead'],
  'mail.resend': ['lead'],
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
