/** Whether a person can sign in. Somebody invited, or whose password was reset, cannot before the link was used. */
export const USER_ACCESSES = ['active', 'invited', 'link-expired', 'disabled'] as const;
export type UserAccess = (typeof USER_ACCESSES)[number];

export const USER_ACCESS_LABELS: Record<UserAccess, string> = {
  active: 'Can sign in',
  invited: 'Link not used yet',
  'link-expired': 'Link expired',
  disabled: 'Disabled',
};

/** How long a one-time link holds. */
export const LINK_DAYS = 7;

/** The access of a user with, or without, a link that was not used yet. */
export function accessOf(
  { disabledAt, linkExpiresAt }: { disabledAt: Date | null; linkExpiresAt: Date | null },
  now: Date,
): UserAccess {
  if (disabledAt !== null) return 'disabled';
  if (linkExpiresAt === null) return 'active';
  return linkExpiresAt > now ? 'invited' : 'link-expired';
}

/** When a link that is made now expires. */
export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS * 86_400_000);
}
