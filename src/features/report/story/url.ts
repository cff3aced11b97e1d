import { type RowRef, rowAddress } from '../row-ref.ts';
import { REPORT_PATH } from '../url.ts';

/** Where answers to the porting team are sent. */
export const ANSWER_PATH = `${REPORT_PATH}/answer`;

const STORY_PATH = `${REPORT_PATH}/story`;

/** From where the story of a row is fetched; `partner` is the slug that staff chose. */
export function storyUrl(row: RowRef, partner: string | null): string {
  const params = new URLSearchParams(partner ? { partner } : {});
  params.set('row', rowAddress(row));
  return `${STORY_PATH}?${params}`;
}
