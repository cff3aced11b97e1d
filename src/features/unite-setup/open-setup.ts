import 'server-only';
import { checkSetupNumbers } from '#data/setups/check-setup-numbers.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import { demand } from '#domain/permissions.ts';
import { parseSetupId } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { SetupView } from './setup-view.ts';
import { numberOrderView, transferView } from './view-of.ts';

/** Opens a set-up by what its address says. Throws NotFound. */
export async function openSetup(viewer: Viewer, idText: string): Promise<SetupView> {
  demand(viewer, 'setups.change');
  const id = parseSetupId(idText);
  if (id === null || viewer.role !== 'partner') throw new NotFound('set-up');
  const { account, transfers, numberOrders, ...setup } = await readSetup(viewer, id);
  const drafts = transfers.filter(({ requestId }) => requestId === null);
  const phones = drafts.flatMap(({ pasted }) =>
    parsePastedNumbers(pasted).flatMap(({ phone }) => phone ?? []),
  );
  return {
    ...{ id, version: setup.version, partnerId: viewer.partnerId, contact: setup.contact },
    account: { id: account.id, username: account.username ?? '', company: account.company ?? '' },
    savedAt: formatMoment(setup.updatedAt),
    submittedAt: setup.submittedAt && formatMoment(setup.submittedAt),
    transfers: transfers.map((transfer) => transferView(viewer.partnerId, transfer)),
    numberOrders: numberOrders.map(numberOrderView),
    held: await checkSetupNumbers(viewer, [...new Set(phones)]),
  };
}
