import type { DateFact } from '#domain/order-dates.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Readiness } from '#domain/ready-to-assign.ts';
import type { ReportPageRow } from '#domain/report-request.ts';
import type { Status } from '#domain/status.ts';

/** The story of one number as it crosses to the browser: mostly words already, moments in Pacific time. */
export type StoryView = {
  row: ReportPageRow;
  /** Numbers of its order. */
  numbers: number;
  turn: {
    words: string;
    /** `Thu 19 Nov 2026, 2:10 PM PT` */
    since: string;
    /** `4 business days` */
    age: string;
    asks: boolean;
    /** What the detailed status means just now. */
    meaning: string;
    todo: string;
    after: string | null;
  };
  /** Since when something that the partner wrote waits for the porting team. */
  repliedAt: string | null;
  dates: DateFact[];
  ready: Readiness;
  request: { status: Status; summary: string; numbers: number };
  orders: StoryOrderView[];
  /** Orders of the request that are not listed. */
  moreOrders: number;
  history: StoryEventView[];
  moreHistory: boolean;
  assignment: StoryAssignmentView | null;
  /** Opens a mail to the porting team. */
  mailto: string;
  /** Whether the viewer may write to the porting team here. */
  answers: boolean;
  /** Whether the viewer may make a link by which an end user follows the request. */
  shares: boolean;
};

export type StoryOrderView = {
  id: number;
  own: boolean;
  status: Status;
  /** `Firm order confirmation` */
  label: string;
  /** `25 Nov 2026, 10:00 AM PT`; null when there is none. */
  date: string | null;
  numbers: number;
  tollFree: boolean;
  phones: { phone: PhoneNumber; note: string | null }[];
};

export type StoryEventView = {
  id: number;
  at: string;
  /** ISO, for `<time>`. */
  instant: string;
  title: string;
  actor: string;
  /** The glyph of the status that it led to. */
  status: Status | null;
  kind: 'message' | 'note' | 'other';
  changes: { label: string; from: string; to: string }[];
  note: string | null;
  attachments: { id: string; fileName: string; size: number }[];
};

export type StoryAssignmentView = {
  /** `Since Thu 19 Nov 2026, 2:10 PM PT, by Dana Whitfield` */
  since: string;
  assignedTo: string | null;
  /** Why it is no longer safe; null when it is. */
  unsafe: string | null;
};
