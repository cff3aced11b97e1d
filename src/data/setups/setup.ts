import type { NumberOrderState, WantedNumbers } from '#domain/number-order.ts';
import type { OrderOfRequest } from '#domain/request-status.ts';
import type { Timing } from '#domain/setup.ts';
import type { Account } from '../accounts/account.ts';

export type SetupContact = { name: string | null; email: string | null; phone: string | null };

/** An account that is being set up, or was. `version` grows with every change to any part of it. */
export type Setup = {
  id: number;
  version: number;
  account: Account;
  contact: SetupContact;
  /** Who began it. */
  actor: string;
  createdAt: Date;
  updatedAt: Date;
  /** When it was submitted first; null until then. */
  submittedAt: Date | null;
};

/** A letter of authorization or a bill that came with a transfer. */
export type SetupDocument = { id: string; kind: 'loa' | 'bill'; fileName: string; size: number; at: Date };

/** Numbers that leave one carrier. `accountNumber` and `pin` are cipher texts. `orders` are those of its request. */
export type SetupTransfer = {
  id: number;
  version: number;
  carrier: string;
  accountNumber: string | null;
  pin: string | null;
  serviceAddress: string | null;
  authorisedName: string | null;
  timing: Timing | null;
  pasted: string;
  updatedAt: Date;
  submittedAt: Date | null;
  requestId: string | null;
  documents: SetupDocument[];
  orders: OrderOfRequest[];
};

/** New numbers that were asked for. `phones` are E.164, of a fulfilled one; `because` is why it was refused. */
export type SetupNumberOrder = WantedNumbers & {
  id: number;
  version: number;
  quantity: number;
  state: NumberOrderState;
  requestedAt: Date | null;
  decidedAt: Date | null;
  phones: string[];
  because: string | null;
};

/** A set-up with all that its steps show, the oldest part first. */
export type SetupDetail = Setup & { transfers: SetupTransfer[]; numberOrders: SetupNumberOrder[] };
