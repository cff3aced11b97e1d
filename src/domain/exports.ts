import type { Status } from './status.ts';

/** So many exports of a user run at once, for whichever partners and on whichever instances; and of all users on one. */
export const EXPORTS_A_USER = 3;
export const EXPORTS_AN_INSTANCE = 8;

/** After so many seconds without a sign of life, a running export counts as failed. SQL's `running_exports` agrees. */
export const STALE_AFTER_SECONDS = 30;

/**
 * How an export ended, or that it runs. A failure is a fault of ours, was left by its reader (the tab or the connection
 * closed), or died with its process.
 */
export type ExportOutcome = 'running' | 'done' | 'failed' | 'cancelled';
export type ExportProblem = 'fault' | 'left' | 'died';

/** What the receipt of an export says of its file, as the file itself does. `asOf` is an ISO instant. */
export type ReceiptFacts = {
  title: string;
  confidentiality: string;
  partner: string;
  madeBy: { name: string; email: string };
  asOf: string;
  parameters: readonly string[];
  rows: number;
  counts: Readonly<Record<Status, number>>;
};
