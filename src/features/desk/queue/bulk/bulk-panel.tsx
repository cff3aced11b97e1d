'use client';

import { Progress } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { count, counted } from '#domain/counted.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import styles from './bulk.module.css';
import { BulkForm } from './bulk-form.tsx';
import { PreviewView, Refused } from './preview-view.tsx';
import { type Place, SideFrame } from './side-frame.tsx';
import { type Bulk, useBulk } from './use-bulk.ts';

type BulkPanelProps = {
  selection: Selection;
  onClose: () => void;
  hrefOf: (orderId: number) => string;
  place: Place;
};

/** Changes the selected orders: choose, preview, apply with progress, see what was left. */
export function BulkPanel({ selection, onClose, hrefOf, place }: BulkPanelProps) {
  const { view } = useQueue();
  const bulk = useBulk(selection, view.today, () => {
    selection.clear();
    onClose();
  });
  const { stage } = bulk;
  const busy = stage.kind === 'applying';
  useSelectionChange(selection, bulk);
  useStay(busy);
  const title =
    stage.kind === 'done' || busy ? 'Change status' : `Change status of ${counted(selection.count, 'order')}`;
  const close = () => {
    if (busy) return;
    if (stage.kind === 'done') selection.clear();
    onClose();
  };
  const onDrop = selection.all ? null : selection.drop;
  const frame = {
    title,
    onClose: close,
    footer: <Foot bulk={bulk} count={selection.count} onClose={close} />,
    children: (
      <>
        {(stage.kind === 'draft' || stage.kind === 'previewing' || stage.kind === 'previewed') && (
          <BulkForm selection={selection} bulk={bulk} />
        )}
        {stage.kind === 'previewed' && (
          <PreviewView preview={stage.preview} hrefOf={hrefOf} onDrop={onDrop} />
        )}
        {(stage.kind === 'applying' || stage.kind === 'halted') && <Applying stage={stage} />}
        {stage.kind === 'done' && (
          <div role="status">
            <p className={styles.outcome}>{counted(stage.progress.changed, 'order')} changed.</p>
            {stage.progress.conflictCount > 0 && (
              <>
                <p className={styles.outcome}>
                  {counted(stage.progress.conflictCount, 'order')} left as{' '}
                  {stage.progress.conflictCount === 1 ? 'it is' : 'they are'}:
                </p>
                <Refused
                  refused={stage.progress.conflicts}
                  total={stage.progress.conflictCount}
                  hrefOf={hrefOf}
                  onDrop={null}
                />
              </>
            )}
          </div>
        )}
      </>
    ),
  };
  return <SideFrame {...frame} place={place} />;
}

function Applying({ stage }: { stage: Extract<Bulk['stage'], { kind: 'applying' | 'halted' }> }) {
  const { ready } = stage.preview.counts;
  const done = stage.progress ? ready - stage.progress.remaining : 0;
  const words = `${count(done)} of ${counted(ready, 'order')} done`;
  return (
    <div className={styles.form}>
      <p className={styles.outcome} role="status">
        {words}
      </p>
      <Progress value={ready === 0 ? 100 : (done / ready) * 100} color="accent" aria-label={words} />
      {stage.kind === 'halted' && (
        <Banner tone="bad">
          {stage.problem?.sentence ?? 'The connection failed.'}
          {stage.problem?.code === 'failed' && ` Reference ${stage.problem.reference}.`} What is done is done
          in full; go on to change the rest.
        </Banner>
      )}
    </div>
  );
}

function Foot({ bulk, count: selected, onClose }: { bulk: Bulk; count: number; onClose: () => void }) {
  const { stage } = bulk;
  const primary = `${control.button} ${control.primary} ${styles.grow}`;
  if (stage.kind === 'done')
    return (
      <div className={styles.buttons}>
        <button type="button" className={primary} onClick={onClose}>
          Close
        </button>
      </div>
    );
  if (stage.kind === 'applying') return <p className={styles.hint}>Stay on this page until it is done.</p>;
  return (
    <div className={styles.buttons}>
      {stage.kind === 'halted' ? (
        <button type="button" className={primary} onClick={() => bulk.apply(stage.preview, stage.progress)}>
          Go on
        </button>
      ) : stage.kind === 'previewed' && stage.preview.counts.ready > 0 ? (
        <button type="button" className={primary} onClick={() => bulk.apply(stage.preview)}>
          Change {counted(stage.preview.counts.ready, 'order')}
        </button>
      ) : (
        <button
          type="button"
          className={primary}
          aria-disabled={bulk.draft === null || undefined}
          data-tip={bulk.draft === null ? 'Choose the new detailed status first' : undefined}
          aria-busy={stage.kind === 'previewing'}
          onClick={() => void bulk.preview()}
        >
          {stage.kind === 'previewing' ? 'Looking at each order' : `Preview ${counted(selected, 'order')}`}
        </button>
      )}
      <button type="button" className={control.button} onClick={onClose}>
        Cancel
      </button>
    </div>
  );
}

/** Another selection makes a preview out of date. */
function useSelectionChange(selection: Selection, bulk: Bulk): void {
  const selected = selection.all ? 'all' : selection.orders.map(({ orderId }) => orderId).join(' ');
  const seen = useRef(selected);
  const changed = useEffectEvent(() => {
    if (bulk.stage.kind === 'previewed' || bulk.stage.kind === 'previewing') bulk.reset();
  });
  useEffect(() => {
    if (seen.current !== selected) changed();
    seen.current = selected;
  }, [selected]);
}

/** Asks before the page is left while orders are being changed. */
function useStay(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}
