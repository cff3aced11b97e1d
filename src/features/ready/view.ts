import type { NumberCounts } from '#data/assignments/assignment.ts';
import type { OldService } from '#domain/old-service.ts';
import type { ReadyUrl } from './url.ts';

export type PartnerChoice = { slug: string; name: string };

/** An account as the page shows it, with whether its old service is still needed. */
export type AccountView = {
  id: string;
  name: string;
  username: string | null;
  ready: number;
  assigned: number;
  oldService: OldService | null;
};

/** A number that may be assigned. `ports` is when, in words. */
export type ReadyRow = {
  id: string;
  requestId: string;
  phone: string;
  shown: string;
  ports: string;
  location: string | null;
};

export type ReadyGroupView = { account: AccountView; ready: number; rows: ReadyRow[] };

/** An assigned number. `why` says why it is no longer safe; null when it is. */
export type AssignedRow = {
  id: string;
  requestId: string;
  phone: string;
  shown: string;
  accountId: string;
  company: string;
  assignedTo: string | null;
  batchId: string;
  since: string;
  by: string;
  stands: string;
  why: string | null;
  alerts: boolean;
  seenNow: string;
};

export type ReadyContent =
  | { kind: 'ready'; groups: ReadyGroupView[] }
  | { kind: 'assigned' | 'unsafe'; rows: AssignedRow[] }
  | { kind: 'accounts'; rows: AccountView[]; total: number };

/** All that the page needs, as it crosses to the browser. */
export type ReadyView = {
  url: ReadyUrl;
  partner: PartnerChoice;
  /** Whether the viewer may assign; staff look only. */
  assigns: boolean;
  /** What of the address cannot be read or is not there. */
  problems: string[];
  asOf: string;
  /** The same instant, for what is acknowledged as of it. */
  asOfInstant: string;
  counts: NumberCounts;
  /** The account that the lists are narrowed to. */
  account: AccountView | null;
  content: ReadyContent;
  /** The addresses of the next page and of the first one, where the page is neither. */
  next: string | null;
  first: string | null;
  /** Whether single keys act by themselves. */
  shortcuts: boolean;
};
