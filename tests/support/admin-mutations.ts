import { changeAccount } from '#data/accounts/change-account.ts';
import { createAccount } from '#data/accounts/create-account.ts';
import { addHoliday } from '#data/holidays/add-holiday.ts';
import { removeHoliday } from '#data/holidays/remove-holiday.ts';
import { renameHoliday } from '#data/holidays/rename-holiday.ts';
import { resendMail } from '#data/mails/resend-mail.ts';
import { createPartner } from '#data/partners/create-partner.ts';
import { renamePartner } from '#data/partners/rename-partner.ts';
import { addRejectReason } from '#data/reject-reasons/add-reject-reason.ts';
import { changeRejectReason } from '#data/reject-reasons/change-reject-reason.ts';
import { retireRejectReason } from '#data/reject-reasons/retire-reject-reason.ts';
import { discardSetup } from '#data/setups/discard-setup.ts';
import { systemActor } from '#data/system-actor.ts';
import { changeUser, type UserChange } from '#data/users/change-user.ts';
import { choosePassword } from '#data/users/choose-password.ts';
import { createUser } from '#data/users/create-user.ts';
import { inviteUser } from '#data/users/invite-user.ts';
import { resetPassword } from '#data/users/reset-password.ts';
import type { AdminEventKind } from '#domain/admin-event.ts';
import type { Viewer } from '#domain/viewer.ts';
import { linkHash, makeHoliday, makeLink, makeRejectReason } from './admin.ts';
import { makeAccount, makeOrder, makePartner } from './factories.ts';
import { makeMail } from './mails.ts';
import { asOwner } from './owner.ts';
import { makeSetup } from './setups.ts';
import { word } from './unique.ts';
import { makeUser } from './users.ts';

/** Lays out what is to be changed, and returns the change itself with what its event is about. */
type Mutation = {
  verb: string;
  kind: AdminEventKind;
  lay: () => Promise<{
    subject: string;
    change: (viewer: Viewer) => Promise<unknown>;
    /** Who alone can do it; a lead when nobody is named. */
    by?: Viewer & { userId: string; name: string };
  }>;
};

const NOW = new Date('2026-11-24T17:00:00Z');

/** Every way in which administration changes anything. */
export const MUTATIONS: Mutation[] = [
  {
    verb: 'accounts/change-account.ts',
    kind: 'account-changed',
    lay: async () => {
      const { partner, id, username, company } = await makeAccount();
      const was = { username, company };
      return {
        subject: `${id} of ${partner.name}`,
        change: (viewer) =>
          changeAccount(viewer, { partner: partner.slug, id, was, names: { ...was, company: 'New Ltd' } }),
      };
    },
  },
  {
    verb: 'accounts/create-account.ts',
    kind: 'account-created',
    lay: async () => {
      const partner = await makePartner();
      const account = { id: word(), username: null, company: 'New Ltd' };
      return {
        subject: `${account.id} of ${partner.name}`,
        change: (viewer) => createAccount(viewer, { partner: partner.slug, account }),
      };
    },
  },
  {
    verb: 'setups/discard-setup.ts',
    kind: 'account-removed',
    lay: async () => {
      const { partner, accountId, viewer, setupId } = await makeSetup();
      // An account is taken back by whoever makes it: a partner.
      return {
        subject: `${accountId} of ${partner.name}`,
        by: viewer,
        change: (who) => discardSetup(who, setupId),
      };
    },
  },
  {
    verb: 'holidays/add-holiday.ts',
    kind: 'holiday-added',
    lay: async () => {
      const holiday = await makeHoliday({ there: false });
      return { subject: holiday.day, change: (viewer) => addHoliday(viewer, holiday) };
    },
  },
  {
    verb: 'holidays/remove-holiday.ts',
    kind: 'holiday-removed',
    lay: async () => {
      const { day } = await makeHoliday();
      return { subject: day, change: (viewer) => removeHoliday(viewer, day) };
    },
  },
  {
    verb: 'holidays/rename-holiday.ts',
    kind: 'holiday-renamed',
    lay: async () => {
      const { day, name } = await makeHoliday();
      return { subject: day, change: (viewer) => renameHoliday(viewer, { day, was: name, name: 'New Day' }) };
    },
  },
  {
    verb: 'partners/create-partner.ts',
    kind: 'partner-created',
    lay: async () => {
      const name = `Partner ${word()}`;
      return { subject: name, change: (viewer) => createPartner(viewer, { slug: `p-${word()}`, name }) };
    },
  },
  {
    verb: 'partners/rename-partner.ts',
    kind: 'partner-renamed',
    lay: async () => {
      const { slug, name } = await makePartner({ name: `Partner ${word()}` });
      return {
        subject: name,
        change: (viewer) => renamePartner(viewer, { slug, was: name, name: `Partner ${word()}` }),
      };
    },
  },
  {
    verb: 'reject-reasons/add-reject-reason.ts',
    kind: 'reject-reason-added',
    lay: async () => {
      const text = { reason: `Reason ${word()}`, nextStep: 'Send it again.', turn: 'carrier' as const };
      return { subject: text.reason, change: (viewer) => addRejectReason(viewer, text) };
    },
  },
  {
    verb: 'reject-reasons/change-reject-reason.ts',
    kind: 'reject-reason-changed',
    lay: async () => {
      const { id, ...was } = await makeRejectReason();
      return {
        subject: was.reason,
        change: (viewer) => changeRejectReason(viewer, { id, was, text: { ...was, turn: 'porting-team' } }),
      };
    },
  },
  {
    verb: 'reject-reasons/retire-reject-reason.ts',
    kind: 'reject-reason-retired',
    lay: async () => {
      const { id, reason } = await makeRejectReason();
      return { subject: reason, change: (viewer) => retireRejectReason(viewer, { id, retired: true }) };
    },
  },
  {
    verb: 'reject-reasons/retire-reject-reason.ts',
    kind: 'reject-reason-restored',
    lay: async () => {
      const { id, reason } = await makeRejectReason({ retired: true });
      return { subject: reason, change: (viewer) => retireRejectReason(viewer, { id, retired: false }) };
    },
  },
  ofUser('user-password-changed', { passwordHash: 'x' }),
  ofUser('user-disabled', { disabled: true }),
  ofUser('user-enabled', { disabled: false }, { disabled: true }),
  ofUser('user-renamed', { name: 'New Name' }),
  ofUser('user-role-changed', { place: { role: 'lead' } }),
  {
    verb: 'mails/resend-mail.ts',
    kind: 'mail-sent-again',
    lay: async () => {
      const id = await makeMail(await makeOrder(), { subject: 'Case 7', to: 'a@b.example' });
      await asOwner(`UPDATE mail SET state = 'failed', error = 'Too large' WHERE id = $1`, [id]);
      return { subject: 'Case 7 (to a@b.example)', change: (viewer) => resendMail(viewer, id, NOW) };
    },
  },
  {
    verb: 'users/choose-password.ts',
    kind: 'user-password-chosen',
    lay: async () => {
      const user = await makeUser({ role: 'agent' });
      const link = linkHash(await makeLink(user));
      const change = () => choosePassword(systemActor('sign-in'), { link, passwordHash: 'x' }, NOW);
      return { subject: user.email, change };
    },
  },
  {
    verb: 'users/create-user.ts',
    kind: 'user-created',
    lay: async () => {
      const user = { email: `${word()}@example.com`, name: 'New', passwordHash: 'x', role: 'agent' } as const;
      return { subject: user.email, change: (viewer) => createUser(viewer, user) };
    },
  },
  {
    verb: 'users/invite-user.ts',
    kind: 'user-invited',
    lay: async () => {
      const user = { email: `${word()}@example.com`, name: 'New', passwordHash: 'x', role: 'lead' } as const;
      return { subject: user.email, change: (viewer) => inviteUser(viewer, user, linkHash(word()), NOW) };
    },
  },
  {
    verb: 'users/reset-password.ts',
    kind: 'user-password-reset',
    lay: async () => {
      const { email } = await makeUser();
      const secret = { passwordHash: 'x', link: linkHash(word()) };
      return { subject: email, change: (viewer) => resetPassword(viewer, email, secret, NOW) };
    },
  },
  {
    verb: 'users/reset-password.ts',
    kind: 'user-invited-again',
    lay: async () => {
      const user = await makeUser();
      await makeLink(user);
      const secret = { passwordHash: 'x', link: linkHash(word()) };
      return { subject: user.email, change: (viewer) => resetPassword(viewer, user.email, secret, NOW) };
    },
  },
];

function ofUser(kind: AdminEventKind, change: UserChange, given: { disabled?: boolean } = {}): Mutation {
  return {
    verb: 'users/change-user.ts',
    kind,
    lay: async () => {
      const { email } = await makeUser({ role: 'agent', ...given });
      return { subject: email, change: (viewer) => changeUser(viewer, email, change) };
    },
  };
}
