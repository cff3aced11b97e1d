'use client';

import { queueStatuses } from '#domain/order-queue.ts';
import {
  DETAILED_FACTS,
  DETAILED_STATUSES,
  type DetailedStatus,
  detailedStatusesOf,
  STATUS_FACTS,
  STATUSES,
  statusOf,
} from '#domain/status.ts';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { type Change, useQueue } from '../use-queue.tsx';
import { FilterButton } from './filter-button.tsx';
import styles from './filters.module.css';

/** Statuses and detailed statuses to tick; a status stands for all its detailed ones. */
export function StatusFilter() {
  const { asked, go } = useQueue();
  const { statuses, detailed } = asked.filter;
  const none = statuses.length + detailed.length === 0;
  const chosen = none ? [] : queueStatuses({ tab: 'all', statuses, detailed });
  const toggle = (some: readonly DetailedStatus[], on: boolean) =>
    go(narrowed(DETAILED_STATUSES.filter((each) => (some.includes(each) ? on : chosen.includes(each)))));
  return (
    <FilterButton name="Detailed status" count={chosen.length} width={500}>
      {() => (
        <fieldset className={styles.statuses}>
          <legend className="pp-vh">Detailed status</legend>
          {STATUSES.map((status) => {
            const own = detailedStatusesOf(status);
            const on = own.filter((each) => chosen.includes(each)).length;
            return (
              <div key={status} className={styles.status}>
                {own.length > 1 && (
                  <label className={`${control.option} ${styles.whole}`}>
                    <input
                      type="checkbox"
                      className={control.check}
                      checked={on === own.length}
                      onChange={() => toggle(own, on < own.length)}
                    />
                    <StatusGlyph status={status} />
                    {STATUS_FACTS[status].label}
                  </label>
                )}
                {own.map((each) => (
                  <label
                    key={each}
                    className={`${control.option} ${own.length > 1 ? styles.part : styles.whole}`}
                  >
                    <input
                      type="checkbox"
                      className={control.check}
                      checked={chosen.includes(each)}
                      onChange={(event) => toggle([each], event.currentTarget.checked)}
                    />
                    {own.length === 1 && <StatusGlyph status={status} />}
                    {DETAILED_FACTS[each].label}
                  </label>
                ))}
              </div>
            );
          })}
          <div className={styles.foot}>
            <button
              type="button"
              className={`${control.button} ${control.subtle}`}
              onClick={() => go({ statuses: [], detailed: [] })}
            >
              Clear these
            </button>
          </div>
        </fieldset>
      )}
    </FilterButton>
  );
}

/** Whole statuses by their name where that says it all, so that the address stays short. */
function narrowed(detailed: DetailedStatus[]): Change {
  const statuses = [...new Set(detailed.map(statusOf))];
  const whole = statuses.flatMap(detailedStatusesOf).length === detailed.length;
  return whole ? { statuses, detailed: [] } : { statuses: [], detailed };
}
