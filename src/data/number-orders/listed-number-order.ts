import type { NumberOrderState, WantedNumbers } from '#domain/number-order.ts';
import type { Account } from '../accounts/account.ts';

/** An order of new numbers as the desk sees it. `phones` are E.164, of a fulfilled one. */
export type ListedNumberOrder = WantedNumbers & {
  partnerId: number;
  id: number;
  version: number;
  partner: string;
  account: Account;
  quantity: number;
  state: Exclude<NumberOrderState, 'draft'>;
  /** Who asked. */
  actor: string;
  requestedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  phones: string[];
  because: string | null;
};

/** Which of them, and the version that was seen. */
export type SeenNumberOrder = { partnerId: number; id: number; version: number };
