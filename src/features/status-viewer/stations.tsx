import { STATIONS, stationOf } from '#domain/followed-order.ts';
import type { DetailedStatus } from '#domain/status.ts';
import styles from './request.module.css';

/** How far a port has come, in four stations; nothing for one that was stopped. */
export function Stations({ detailed }: { detailed: DetailedStatus }) {
  const reached = stationOf(detailed);
  if (reached === null) return null;
  return (
    <ol className={styles.stations} aria-label="How far it has come">
      {STATIONS.map((station, i) => (
        <li
          key={station}
          data-done={i < reached || detailed === 'completed' || undefined}
          aria-current={i === reached ? 'step' : undefined}
        >
          {station}
          {(i < reached || detailed === 'completed') && <span className="pp-vh">, done</span>}
        </li>
      ))}
    </ol>
  );
}
