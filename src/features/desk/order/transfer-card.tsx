'use client';

import { documentPath } from '#domain/documents.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { TIMING_LABELS } from '#domain/setup.ts';
import { SecretText } from '#ui/secret-text.tsx';
import screen from './order-screen.module.css';
import type { OrderView } from './order-view.ts';
import { reveal } from './reveal-action.ts';
import styles from './transfer-card.module.css';

/** What the partner gave for the losing carrier when it set the account up; nothing for a request of another origin. */
export function TransferCard({ view: { order, transfer } }: { view: OrderView }) {
  if (!transfer) return null;
  const { id: transferId, carrier, documents } = transfer;
  const { partnerId } = order;
  const secret = (field: 'account-number' | 'pin', name: string, masked: string | null) =>
    masked === null ? (
      <span className={screen.quiet}>Not given</span>
    ) : (
      <SecretText name={name} masked={masked} reveal={() => reveal({ partnerId, transferId, field })} />
    );
  const papers = (kind: 'loa' | 'bill') => documents.filter((document) => document.kind === kind);
  return (
    <section className={screen.card} aria-labelledby="transfer-title">
      <div className={screen.head}>
        <h2 id="transfer-title">Transfer</h2>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Current carrier</dt>
          <dd>{carrier}</dd>
        </div>
        <div>
          <dt>Account number</dt>
          <dd>{secret('account-number', 'account number', transfer.accountNumber)}</dd>
        </div>
        <div>
          <dt>PIN</dt>
          <dd>{secret('pin', 'PIN', transfer.pin)}</dd>
        </div>
        <div>
          <dt>Service address</dt>
          <dd>{transfer.serviceAddress}</dd>
        </div>
        <div>
          <dt>Authorized name</dt>
          <dd>{transfer.authorisedName}</dd>
        </div>
        <div>
          <dt>Asked for</dt>
          <dd>
            {transfer.timing && order.type === 'local' ? (
              TIMING_LABELS[transfer.timing]
            ) : (
              <span className={screen.quiet}>No window</span>
            )}
          </dd>
        </div>
        {(['loa', 'bill'] as const).map((kind) => (
          <div key={kind}>
            <dt>{kind === 'loa' ? 'Signed LOA' : 'Bill'}</dt>
            <dd>
              {papers(kind).length === 0 && <span className={screen.quiet}>Not sent</span>}
              {papers(kind).map((document) => (
                <p key={document.id}>
                  <a href={documentPath(document.id)}>{document.fileName}</a>{' '}
                  <small className={screen.quiet}>{formatMoment(document.at)}</small>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
