'use client';

import type { MoveContext } from '#domain/moves.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, statusOf } from '#domain/status.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { MoveFields } from '../../move/move-fields.tsx';
import { useQueue } from '../use-queue.tsx';
import type { Selection } from '../use-selection.ts';
import styles from './bulk.module.css';
import { targetsOf, typeOf } from './targets.ts';
import type { Bulk } from './use-bulk.ts';

/** Where the selected orders shall go: only what is legal for some of them, and what that asks for. */
export function BulkForm({ selection, bulk }: { selection: Selection; bulk: Bulk }) {
  const { view } = useQueue();
  const { draft, correcting, failed } = bulk;
  const context: MoveContext = { role: view.role, today: view.today, holidays: view.holidays };
  return (
    <div className={styles.form}>
      {view.role === 'lead' && <Kind correcting={correcting} onCorrect={bulk.correct} />}
      <TargetField selection={selection} bulk={bulk} />
      {draft && (
        <MoveFields
          draft={draft}
          onChange={bulk.change}
          type={typeOf(selection)}
          order={null}
          problems={bulk.problems}
          reasons={view.reasons}
          context={context}
        />
      )}
      {failed && (
        <Banner tone="bad">
          {failed.sentence}
          {failed.code === 'failed' && ` Reference ${failed.reference}.`}
        </Banner>
      )}
    </div>
  );
}

function Kind({ correcting, onCorrect }: { correcting: boolean; onCorrect: (on: boolean) => void }) {
  return (
    <fieldset>
      <legend className="pp-vh">Kind of change</legend>
      <div className={control.segments}>
        <label>
          <input type="radio" name="kind" checked={!correcting} onChange={() => onCorrect(false)} />
          Move
        </label>
        <label>
          <input type="radio" name="kind" checked={correcting} onChange={() => onCorrect(true)} />
          Correction
        </label>
      </div>
      {correcting && (
        <p className={styles.hint}>
          Sets what really is, legal move or not. Its reason stays in the history.
        </p>
      )}
    </fieldset>
  );
}

function TargetField({ selection, bulk }: { selection: Selection; bulk: Bulk }) {
  const targets = targetsOf(selection, bulk.correcting);
  const chosen = bulk.draft?.to ?? null;
  const listed = targets.map(({ to }) => to);
  return (
    <label className={control.field}>
      <span className={control.label}>
        New detailed status <span className={styles.required}>*</span>
      </span>
      <span className={`${control.input} ${styles.target}`}>
        {chosen && <StatusGlyph status={statusOf(chosen)} />}
        <select
          data-autofocus
          required
          value={chosen ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            bulk.choose(DETAILED_STATUSES.find((each) => each === value) ?? null);
          }}
        >
          <option value="">Choose one</option>
          {targets.map(({ to, orders }) => (
            <option key={to} value={to}>
              {DETAILED_FACTS[to].label}
              {orders !== null && orders < selection.count && ` (${orders} of ${selection.count})`}
            </option>
          ))}
          {chosen && !listed.includes(chosen) && (
            <option value={chosen}>{DETAILED_FACTS[chosen].label} (none of them)</option>
          )}
        </select>
      </span>
      {targets.length === 0 && (
        <span className={styles.hint}>
          None of these orders can be moved: they are final. Leaving that is a correction by a lead.
        </span>
      )}
    </label>
  );
}
