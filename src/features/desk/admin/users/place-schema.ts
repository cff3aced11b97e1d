import { z } from 'zod';
import { USER_ROLES, type UserRole } from '#domain/viewer.ts';
import { type Answer, refused } from '../answer.ts';

/** A role, with its partner and account, as it is being chosen. */
export type PlaceDraft = { role: UserRole; partner: string; account: string };

/** A link as it is shown, once. */
export type GivenLink = { email: string; url: string; expiresAt: Date };

const Text = z.string().trim().max(200);

/** Reads a role with what it needs; what it does not need is dropped. */
export const PlaceSchema = z
  .object({ role: z.enum(USER_ROLES), partner: Text, account: Text })
  .transform(({ role, partner, account }, context) => {
    if (role === 'agent' || role === 'lead') return { role };
    if (partner === '') return fault(context, 'partner', 'Choose the partner.');
    if (role === 'partner') return { role, partner };
    if (account === '') return fault(context, 'account', 'Give the ID of the account.');
    return { role, partner, account };
  });

/** Why a user was not made or changed, in the words of its form. */
export function refusalOf(
  because:
    | 'email-taken'
    | 'no-such-partner'
    | 'no-such-account'
    | 'no-such-user'
    | 'own'
    | 'last-lead'
    | 'disabled',
): Answer<never> {
  return {
    'email-taken': refused('This email address is a user already.', 'email'),
    'no-such-partner': refused('This partner is not there any more.', 'partner'),
    'no-such-account': refused('The partner has no account with this ID.', 'account'),
    'no-such-user': refused('This user is not there any more.'),
    own: refused('That is you. Another lead can do it.'),
    'last-lead': refused('This is the last lead who can sign in. Make another one first.'),
    disabled: refused('This user is disabled. Enable it first.'),
  }[because];
}

function fault(context: z.RefinementCtx, field: string, message: string): never {
  context.addIssue({ code: 'custom', path: [field], message });
  return z.NEVER;
}
