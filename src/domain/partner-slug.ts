/** The longest slug that we make. */
export const PARTNER_SLUG_MAX = 60;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text can name a partner in addresses and commands: lower case letters, digits and single dashes. */
export function isPartnerSlug(text: string): boolean {
  return SLUG.test(text);
}

/** A slug made of a partner's name: `Quarry Bay Voice` as `quarry-bay-voice`. Empty when nothing of the name can stand in one. */
export function partnerSlugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, PARTNER_SLUG_MAX)
    .replace(/^-+|-+$/g, '');
}
