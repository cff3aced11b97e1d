/**
 * What becomes of a row of a list: `ready` will change its order, `changed` did; `conflict` did not, because somebody else
 * had changed it since the preview; `undone` and `kept` are what undoing made of `changed`.
 */
export const ROW_OUTCOMES = [
  'ready',
  'changed',
  'unchanged',
  'refused',
  'conflict',
  'undone',
  'kept',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Rows by outcome; one that no row has is missing. `warned` are those with a warning, whatever their outcome. */
export type RowCounts = Partial<Record<RowOutcome | 'warned', number>>;

/** Which rows are asked for. */
export const ROW_FILTERS = ['all', ...ROW_OUTCOMES, 'warned'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export const ROWS_A_PAGE = 50;

/** Most rows of a list: as many orders as one act can change. */
export const MOST_ROWS = 20_000;

/** Where an upload stands. */
export type UploadState = 'to-map' | 'previewed' | 'applying' | 'applied' | 'undone';
