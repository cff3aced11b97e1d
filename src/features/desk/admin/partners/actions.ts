'use server';

import { z } from 'zod';
import { changeAccount as changeAccountOf } from '#data/accounts/change-account.ts';
import { createAccount as createAccountOf } from '#data/accounts/create-account.ts';
import { createPartner as create } from '#data/partners/create-partner.ts';
import { renamePartner as rename } from '#data/partners/rename-partner.ts';
import { parseAccountId } from '#domain/account-id.ts';
import { isPartnerSlug, PARTNER_SLUG_MAX } from '#domain/partner-slug.ts';
import { act } from '#server/action.ts';
import { type Answered, CHANGED_SINCE, done, refused } from '../answer.ts';
import { checked, Given, line, optionalLine } from '../checked.ts';

const Name = line('Give the partner its name.');
const Slug = line('Give the partner a short name.', PARTNER_SLUG_MAX).refine(
  isPartnerSlug,
  'Lower case letters, digits and single dashes between them can stand in a short name.',
);

/** Makes a partner; its slug comes back. */
export async function createPartner(given: { name: string; slug: string }): Answered<string> {
  const verb = checked('partners.create', z.object({ name: Name, slug: Slug }), async (viewer, input) => {
    const result = await create(viewer, input);
    if (result.created) return done(result.partner.slug);
    return result.because === 'name-taken'
      ? refused('There is a partner with this name.', 'name')
      : refused('There is a partner with this short name.', 'slug');
  });
  return act('create-partner', Given, given, verb);
}

const Renamed = z.object({ slug: z.string(), was: z.string(), name: Name });

/** Gives a partner another name. */
export async function renamePartner(given: z.input<typeof Renamed>): Answered {
  const verb = checked('partners.change', Renamed, async (viewer, input) => {
    const result = await rename(viewer, input);
    if (result.kind !== 'refused') return done(null);
    return result.because === 'name-taken'
      ? refused('There is a partner with this name.', 'name')
      : refused(CHANGED_SINCE);
  });
  return act('rename-partner', Given, given, verb);
}

const Names = { username: optionalLine(), company: optionalLine() };
const Created = z.object({
  partner: z.string(),
  account: z.object({
    id: line('Give the account its ID.', 64).refine(
      (id) => parseAccountId(id) !== null,
      'Letters, digits, dots, dashes and underscores can stand in an account’s ID.',
    ),
    ...Names,
  }),
});

/** Makes an account of a partner. */
export async function createAccount(given: {
  partner: string;
  account: { id: string; username: string; company: string };
}): Answered {
  const verb = checked('accounts.change', Created, async (viewer, input) => {
    const result = await createAccountOf(viewer, input);
    return result.created ? done(null) : refused('The partner has an account with this ID.', 'id');
  });
  return act('create-account', Given, given, verb);
}

const Was = z.object({ username: z.string().nullable(), company: z.string().nullable() });
const Changed = z.object({ partner: z.string(), id: z.string(), was: Was, names: z.object(Names) });

/** Changes the username and the company name of an account. */
export async function changeAccount(given: {
  partner: string;
  id: string;
  was: z.input<typeof Was>;
  names: { username: string; company: string };
}): Answered {
  const verb = checked('accounts.change', Changed, async (viewer, input) => {
    const result = await changeAccountOf(viewer, input);
    return result.kind === 'refused' ? refused(CHANGED_SINCE) : done(null);
  });
  return act('change-account', Given, given, verb);
}
