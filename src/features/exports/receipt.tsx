import type { ExportReceipt } from '#data/exports/receipt.ts';
import { FORMATS, parseFormat } from '#documents/formats.ts';
import { count } from '#domain/counted.ts';
import type { ExportOutcome } from '#domain/exports.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import styles from './export-list.module.css';

/** One export: its file and how it ended, then its facts. */
export function Receipt({ receipt }: { receipt: ExportReceipt }) {
  const { id, facts, outcome, sha256, address } = receipt;
  const format = parseFormat(receipt.format);
  return (
    <li className={styles.card}>
      <article aria-labelledby={`export-${id}`}>
        <header className={styles.head}>
          <h2 id={`export-${id}`}>{receipt.fileName}</h2>
          <span className={styles[outcome]}>{OUTCOMES[outcome]}</span>
        </header>
        <p className={styles.summary}>{summaryOf(receipt)}</p>
        <dl className={styles.facts}>
          <Fact term="Made by" value={madeBy(receipt)} />
          <Fact term="Begun" value={formatMoment(receipt.beganAt)} />
          <Fact term="Data as of" value={formatMoment(new Date(facts.asOf))} />
          <Fact term="For" value={facts.partner} />
          <Fact term="Parameters" value={facts.parameters.join('; ') || 'None: all numbers'} />
          <Fact term="Kind" value={format ? FORMATS[format].label : receipt.format} />
          <Fact term="Columns" value={String(receipt.columns.length)} />
          <Fact term="Numbers" value={countsOf(receipt)} />
          {address && <Fact term="From" value={address} />}
          {sha256 && <Fact term="SHA-256" value={sha256} code />}
        </dl>
      </article>
    </li>
  );
}

function Fact({ term, value, code }: { term: string; value: string; code?: boolean }) {
  return (
    <div className={code ? styles.wide : undefined}>
      <dt>{term}</dt>
      <dd className={code ? styles.code : undefined}>{value}</dd>
    </div>
  );
}

const OUTCOMES: Record<ExportOutcome, string> = {
  running: 'Running',
  done: 'Whole',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

function summaryOf({ outcome, problem, reference, rows, bytes, facts }: ExportReceipt): string {
  const written = `${count(rows)} of ${count(facts.rows)} rows`;
  if (outcome === 'done') return `${count(rows)} rows, ${count(bytes)} bytes.`;
  if (outcome === 'running') return `${written} so far.`;
  if (outcome === 'cancelled') return `Cancelled after ${written}. No file was saved.`;
  const cause = {
    fault: 'Something failed on our side',
    left: 'The connection ended',
    died: 'The server ended',
  };
  const quoted = reference ? ` Reference ${reference}.` : '';
  return `${cause[problem ?? 'fault']} after ${written}. No file was saved.${quoted}`;
}

function madeBy({ userName, userEmail, byStaff }: ExportReceipt): string {
  return `${userName} (${userEmail})${byStaff ? ', of the porting team' : ''}`;
}

function countsOf({ facts }: ExportReceipt): string {
  const counted = STATUSES.filter((status) => facts.counts[status] > 0);
  return (
    counted.map((status) => `${count(facts.counts[status])} ${STATUS_FACTS[status].label}`).join(', ') ||
    'None'
  );
}
