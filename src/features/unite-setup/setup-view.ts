import type { SetupContact } from '#data/setups/setup.ts';
import type { NumberOrderState, WantedNumbers } from '#domain/number-order.ts';
import type { HeldPhone, Timing } from '#domain/setup.ts';
import type { Status } from '#domain/status.ts';

/** A paper of a transfer, and where it can be read. */
export type DocumentView = { id: string; kind: 'loa' | 'bill'; fileName: string; size: number; href: string };

/** Numbers that leave one carrier. `accountNumber` and `pin` are masked; null when there is none. */
export type TransferView = {
  id: number;
  version: number;
  carrier: string;
  accountNumber: string | null;
  pin: string | null;
  serviceAddress: string;
  authorisedName: string;
  timing: Timing | null;
  pasted: string;
  /** When it was saved last, in words. */
  savedAt: string;
  documents: DocumentView[];
  requestId: string | null;
  /** Where its request stands; null until it is submitted. */
  standing: { status: Status; summary: string; waitsForLoa: boolean } | null;
};

/** New numbers that were asked for; `decided` is when that was dealt with, in words. */
export type NumberOrderView = WantedNumbers & {
  id: number;
  quantity: number;
  state: NumberOrderState;
  phones: string[];
  because: string | null;
  decided: string | null;
};

export type SetupView = {
  id: number;
  version: number;
  partnerId: number;
  account: { id: string; username: string; company: string };
  contact: SetupContact;
  savedAt: string;
  submittedAt: string | null;
  transfers: TransferView[];
  numberOrders: NumberOrderView[];
  /** What is known of the numbers of its drafts: those that are on an open order. */
  held: HeldPhone[];
};
