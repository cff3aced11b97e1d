/** A dry run does everything and takes it back; an import keeps it. */
export const RUN_KINDS = ['dry-run', 'import'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export type RunStep = 'waiting' | 'reading' | 'comparing' | 'writing' | 'tidying';

/** What came of a run; read = imported + unchanged + rejected. */
export type RunResult = {
  read: number;
  imported: number;
  unchanged: number;
  rejected: number;
  ordersCreated: number;
  ordersChanged: number;
  numbersAdded: number;
  numbersMoved: number;
  accountsCreated: number;
  requestsCreated: number;
  /** Headers that are no column of the report. */
  ignored: string[];
  /** The first of the rejected rows. */
  rejections: { record: number; reason: string }[];
  /** Orders with a time that they are too small for, and accounts with several names. */
  unusualTimes: number;
  accountNames: number;
};

/** A run of an uploaded report: how far it is, or what came of it. `because` is a sentence, `reference` the log's. */
export type ReportRun = { kind: RunKind; by: string; beganAt: string } & (
  | { state: 'running'; step: RunStep; rows: number }
  | { state: 'done'; result: RunResult }
  | { state: 'failed'; because: string; reference: string | null }
);

/** A run that is not heard of for so long has died, and another may begin. In milliseconds. */
export const SILENT_FOR = 60_000;
