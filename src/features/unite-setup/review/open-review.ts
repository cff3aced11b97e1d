import 'server-only';
import { checkSetupNumbers } from '#data/setups/check-setup-numbers.ts';
import { phonesOf } from '#data/setups/engine/entered-phones.ts';
import { factsOf, isDraft } from '#data/setups/engine/transfer-facts.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import { formatPhoneNumber, numberType } from '#domain/phone-number.ts';
import { missingOf, parseSetupId, sameCarrier, sortTransfers, type TransferProblem } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { NumberOrderView, TransferView } from '../setup-view.ts';
import { numberOrderView, transferView } from '../view-of.ts';

/** A transfer as it will be submitted. */
export type ReviewedTransfer = {
  transfer: TransferView;
  /** As they are shown, an order each. */
  local: string[];
  tollFree: string[];
  /** What stays in step 2 to be mended. */
  leftOut: { text: string; because: string }[];
  problems: TransferProblem[];
};

export type SetupReview = {
  id: number;
  version: number;
  account: { id: string; username: string; company: string };
  contact: string;
  savedAt: string;
  transfers: ReviewedTransfer[];
  numberOrders: NumberOrderView[];
  /** Whether anything of it was submitted before. */
  again: boolean;
};

/** Opens step 3 of a set-up: what will be submitted, and what is in the way. Throws NotFound. */
export async function openReview(viewer: Viewer, idText: string): Promise<SetupReview> {
  demand(viewer, 'setups.change');
  const id = parseSetupId(idText);
  if (id === null || viewer.role !== 'partner') throw new NotFound('set-up');
  const setup = await readSetup(viewer, id);
  const { account, contact } = setup;
  const drafts = setup.transfers.filter(isDraft);
  const sorted = sortTransfers(drafts, await checkSetupNumbers(viewer, phonesOf(drafts)));
  const twice = sameCarrier(drafts);
  return {
    ...{
      id,
      version: setup.version,
      savedAt: formatMoment(setup.updatedAt),
      again: setup.submittedAt !== null,
    },
    account: { id: account.id, username: account.username ?? '', company: account.company ?? '' },
    contact: [contact.name, contact.email, contact.phone].filter(Boolean).join(', '),
    transfers: drafts.map((draft): ReviewedTransfer => {
      const { good, notTaken } = sorted.get(draft.id) ?? { good: [], notTaken: [] };
      const carrier = twice.get(draft.id);
      const problems = missingOf(factsOf(draft), good);
      if (carrier !== undefined) problems.push({ field: 'carrier', because: carrier });
      return {
        transfer: transferView(viewer.partnerId, draft),
        local: good.filter((phone) => numberType(phone) === 'local').map(formatPhoneNumber),
        tollFree: good.filter((phone) => numberType(phone) === 'toll-free').map(formatPhoneNumber),
        leftOut: notTaken
          .filter(({ kind }) => kind !== 'twice')
          .map(({ text, because }) => ({ text, because })),
        problems,
      };
    }),
    numberOrders: setup.numberOrders.filter(({ state }) => state === 'draft').map(numberOrderView),
  };
}
