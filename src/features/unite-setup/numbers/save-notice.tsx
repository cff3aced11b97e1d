'use client';

import { counted } from '#domain/counted.ts';
import { TIMING_LABELS } from '#domain/setup.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import card from '../card.module.css';
import styles from './transfer.module.css';
import { draftOf, type SaveState, type TransferDraft } from './use-transfer.ts';

/** How saving stands, in a word or two. */
export function SaveWords({ state }: { state: SaveState }) {
  return (
    <p className={styles.state} data-kind={state.kind} aria-live="polite">
      {state.kind === 'saved' && `Saved ${timeOf(state.at)}`}
      {state.kind === 'saving' && 'Saving'}
      {state.kind === 'failed' && 'Not saved'}
      {state.kind === 'conflict' && 'Changed elsewhere'}
      {state.kind === 'submitted' && 'Submitted'}
    </p>
  );
}

type SaveNoticeProps = {
  state: SaveState;
  draft: TransferDraft;
  onRetry: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Why what was typed is not saved, and what can be done about it. */
export function SaveNotice({ state, draft, onRetry, onKeepMine, onTakeTheirs }: SaveNoticeProps) {
  if (state.kind === 'failed') {
    return (
      <Banner tone="bad">
        <p>{state.because}</p>
        <button type="button" className={`${control.button} ${control.small}`} onClick={onRetry}>
          Save again
        </button>
      </Banner>
    );
  }
  if (state.kind === 'submitted') {
    return (
      <Banner tone="wait">
        This transfer was submitted elsewhere as request {state.requestId}. What you changed since is not in
        it: reload the page to see it as it was submitted.
      </Banner>
    );
  }
  if (state.kind !== 'conflict') return null;
  const theirs = draftOf(state.theirs);
  const keys = (Object.keys(LABELS) as (keyof TransferDraft)[]).filter((key) => theirs[key] !== draft[key]);
  return (
    <Banner tone="wait">
      <p>
        This transfer was changed elsewhere at {timeOf(state.theirs.savedAt)}, perhaps in another tab. What is
        here is not saved, and not lost.
      </p>
      {keys.length > 0 && (
        <table className={styles.diffTable}>
          <thead>
            <tr>
              <th scope="col">
                <span className="pp-vh">Field</span>
              </th>
              <th scope="col">Here</th>
              <th scope="col">There</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <th scope="row">{LABELS[key]}</th>
                <td>{shown(key, draft)}</td>
                <td>{shown(key, theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={card.row}>
        <button type="button" className={`${control.button} ${control.small}`} onClick={onKeepMine}>
          Keep what is here
        </button>
        <button type="button" className={`${control.button} ${control.small}`} onClick={onTakeTheirs}>
          Take what is there
        </button>
      </div>
    </Banner>
  );
}

const LABELS: Record<keyof TransferDraft, string> = {
  carrier: 'Current carrier',
  pasted: 'Numbers to transfer',
  serviceAddress: 'Service address',
  authorisedName: 'Authorized name',
  timing: 'When',
};

function shown(key: keyof TransferDraft, draft: TransferDraft): string {
  if (key === 'timing') return draft.timing === null ? 'Not chosen' : TIMING_LABELS[draft.timing];
  if (key === 'pasted')
    return counted(draft.pasted.split('\n').filter((line) => line.trim() !== '').length, 'line');
  return draft[key] || 'Blank';
}

/** `9:42 AM PT` of `Mon 23 Nov 2026, 9:42 AM PT`. */
export function timeOf(moment: string): string {
  return moment.split(', ').at(-1) ?? moment;
}
