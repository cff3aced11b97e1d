'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { addTransfer as add } from '#data/setups/add-transfer.ts';
import { checkSetupNumbers } from '#data/setups/check-setup-numbers.ts';
import { discardSetup, type SetupDiscarded } from '#data/setups/discard-setup.ts';
import { removeDocument as takeAway } from '#data/setups/remove-document.ts';
import { removeTransfer as remove } from '#data/setups/remove-transfer.ts';
import { revealSecret } from '#data/setups/reveal-secret.ts';
import { type AccountSaved, saveAccount as saveDetails } from '#data/setups/save-account.ts';
import { saveTransfer as saveChange } from '#data/setups/save-transfer.ts';
import { type SetupStarted, startSetup } from '#data/setups/start-setup.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import { parsePhoneNumber } from '#domain/phone-number.ts';
import { type HeldPhone, maskSecret } from '#domain/setup.ts';
import { type ActionResult, act } from '#server/action.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { openSecret, type SecretField, sealSecret } from '#server/secret-text.ts';
import { DetailsSchema, IdSchema, TransferSchema } from './schemas.ts';
import type { TransferView } from './setup-view.ts';
import { transferView } from './view-of.ts';

/** What is wrong with a form, field by field. */
export type FieldProblems = { kind: 'problems'; problems: { field: string; because: string }[] };

function problemsOf(error: z.ZodError): FieldProblems {
  const problems = error.issues.map(({ path, message }) => ({
    field: String(path.at(-1)),
    because: message,
  }));
  return { kind: 'problems', problems };
}

/** Begins a set-up: makes the account. */
export async function start(
  given: z.input<typeof DetailsSchema>,
): Promise<ActionResult<SetupStarted | FieldProblems>> {
  return act('start-setup', z.unknown(), given, async (viewer, input) => {
    demand(viewer, 'setups.change');
    const read = DetailsSchema.safeParse(input);
    return read.success ? startSetup(viewer, read.data, new Date()) : problemsOf(read.error);
  });
}

// What was seen is what the server said: it is taken as it is.
const Was = z.object({
  company: z.string(),
  username: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string().nullable(),
});
const AccountGiven = z.object({ setupId: IdSchema, was: Was, details: z.unknown() });

/** Saves step 1. */
export async function saveAccount(
  given: z.input<typeof AccountGiven>,
): Promise<ActionResult<AccountSaved | FieldProblems>> {
  return act('save-setup-account', AccountGiven, given, async (viewer, { setupId, was, details }) => {
    demand(viewer, 'setups.change');
    const read = DetailsSchema.safeParse(details);
    if (!read.success) return problemsOf(read.error);
    return saveDetails(viewer, { setupId, was, details: read.data }, new Date());
  });
}

/** Begins another transfer. */
export async function addTransfer(setupId: number): Promise<ActionResult<TransferView>> {
  return act('add-transfer', IdSchema, setupId, async (viewer, id) => {
    const transfer = await add(viewer, id, new Date());
    return transferView(viewer.role === 'partner' ? viewer.partnerId : 0, transfer);
  });
}

const Saved = z.object({ id: IdSchema, version: IdSchema, change: TransferSchema });

export type TransferAnswer =
  | { kind: 'saved'; version: number; savedAt: string; accountNumber?: string | null; pin?: string | null }
  | { kind: 'conflict'; transfer: TransferView }
  | { kind: 'submitted'; requestId: string };

/** Saves a transfer as far as it is. Secrets go no further in plain text than this; masked is how they come back. */
export async function saveTransfer(given: z.input<typeof Saved>): Promise<ActionResult<TransferAnswer>> {
  return act(
    'save-transfer',
    Saved,
    given,
    async (viewer, { id, version, change }): Promise<TransferAnswer> => {
      demand(viewer, 'setups.change');
      const partnerId = viewer.role === 'partner' ? viewer.partnerId : 0;
      const sealed = (text: string | null | undefined, field: SecretField) =>
        text ? sealSecret(text, { partnerId, transferId: id, field }) : text;
      const { accountNumber, pin, ...plain } = change;
      const secrets = { accountNumber: sealed(accountNumber, 'account-number'), pin: sealed(pin, 'pin') };
      const result = await saveChange(viewer, { id, version, change: { ...plain, ...secrets } }, new Date());
      if (result.kind === 'submitted') return result;
      if (result.kind === 'conflict')
        return { kind: 'conflict', transfer: transferView(partnerId, result.transfer) };
      const masked = (text: string | null | undefined, field: SecretField) =>
        text ? maskSecret(text, field) : text;
      return {
        ...{ kind: 'saved', version: result.version, savedAt: formatMoment(result.at) },
        ...{ accountNumber: masked(accountNumber, 'account-number'), pin: masked(pin, 'pin') },
      };
    },
  );
}

const Removed = z.object({ id: IdSchema, version: IdSchema });

/** Removes a transfer that is not submitted. */
export async function removeTransfer(
  given: z.input<typeof Removed>,
): Promise<ActionResult<{ kind: 'removed' | 'conflict' | 'submitted' }>> {
  return act('remove-transfer', Removed, given, async (viewer, seen) => {
    const { kind } = await remove(viewer, seen, new Date());
    return { kind };
  });
}

const Phones = z.array(z.string().max(20)).max(40_000, 'At most 40,000 numbers at once.');

/** Which of these numbers are on an open order. */
export async function checkNumbers(phones: readonly string[]): Promise<ActionResult<HeldPhone[]>> {
  return act('check-setup-numbers', Phones, phones, (viewer, given) =>
    checkSetupNumbers(
      viewer,
      given.flatMap((text) => parsePhoneNumber(text) ?? []),
    ),
  );
}

const Paper = z.object({ transferId: IdSchema, id: z.uuid() });

/** Takes a paper from a transfer; false when it is submitted, and stays. */
export async function removeDocument(given: z.input<typeof Paper>): Promise<ActionResult<boolean>> {
  return act('remove-setup-document', Paper, given, (viewer, paper) => takeAway(viewer, paper, new Date()));
}

/** Gives up a set-up that was never submitted. */
export async function discard(setupId: number): Promise<ActionResult<SetupDiscarded>> {
  return act('discard-setup', IdSchema, setupId, discardSetup);
}

const Asked = z.object({
  partnerId: IdSchema,
  transferId: IdSchema,
  field: z.enum(['account-number', 'pin']),
});

/** An account number or a PIN in plain text, for who looks at it: recorded before it is shown. */
export async function reveal(given: z.input<typeof Asked>): Promise<ActionResult<string>> {
  return act('reveal-secret', Asked, given, async (viewer, asked) => {
    const address = clientAddress((await headers()).get('x-forwarded-for'), environment().TRUST_PROXY);
    return openSecret(await revealSecret(viewer, asked, { address, now: new Date() }), asked);
  });
}
