import { uuid } from 'zod/mini';
import type { ExportReceipt } from '#data/exports/receipt.ts';
import type { ExportOutcome, ExportProblem } from '#domain/exports.ts';

export const PROGRESS_PATH = '/exports/progress';

/** How far an export is, as the page that started it is told. */
export type ExportProgress = {
  id: string;
  outcome: ExportOutcome;
  problem: ExportProblem | null;
  reference: string | null;
  rows: number;
  total: number;
  bytes: number;
  fileName: string;
};

/** The address that tells how far these exports are. */
export function progressUrl(ids: readonly string[]): string {
  return `${PROGRESS_PATH}?${new URLSearchParams(ids.map((id) => ['id', id]))}`;
}

/** Reads the ids that an address names, at most 20; what is no id is nobody's export. */
export function parseProgressUrl(params: URLSearchParams): string[] {
  return params
    .getAll('id')
    .filter((id) => uuid().safeParse(id).success)
    .slice(0, 20);
}

export function progressOf(receipt: ExportReceipt): ExportProgress {
  const { id, outcome, problem, reference, rows, bytes, fileName, facts } = receipt;
  return { id, outcome, problem, reference, rows, total: facts.rows, bytes, fileName };
}
