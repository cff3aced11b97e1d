'use client';

import { useState } from 'react';
import { counted } from '#domain/counted.ts';
import { TIMING_LABELS } from '#domain/setup.ts';
import { STATUS_FACTS } from '#domain/status.ts';
import { Banner } from '#ui/banner.tsx';
import { Link } from '#ui/link.tsx';
import { SecretText } from '#ui/secret-text.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { reveal } from '../actions.ts';
import card from '../card.module.css';
import type { TransferView } from '../setup-view.ts';
import { DocumentField } from './document-field.tsx';
import styles from './transfer.module.css';

type SubmittedTransferProps = {
  partnerId: number;
  transfer: TransferView;
  report: string;
  onChanged: () => void;
};

/** A transfer that was submitted: how its request stands, what went with it, and a place for papers that come later. */
export function SubmittedTransfer({ partnerId, transfer, report, onChanged }: SubmittedTransferProps) {
  const { id, carrier, requestId, standing, accountNumber, pin, serviceAddress, authorisedName, timing } =
    transfer;
  const [documents, setDocuments] = useState(transfer.documents);
  const [moved, setMoved] = useState(0);
  const numbers = transfer.pasted.split('\n').filter((line) => line !== '').length;
  const waits = standing?.waitsForLoa && moved === 0;
  return (
    <section className={card.card} aria-label={`Request ${requestId} from ${carrier}`}>
      <div className={card.head}>
        <h3>
          From {carrier} · request {requestId}
        </h3>
        {standing && (
          <StatusLabel status={standing.status}>{STATUS_FACTS[standing.status].label}</StatusLabel>
        )}
      </div>
      <p className={card.lead}>
        {counted(numbers, 'number')} submitted{standing && `: ${standing.summary}`}.{' '}
        <Link href={report}>Follow them in the Porting Report</Link>
      </p>
      {waits && (
        <div className={styles.group}>
          <Banner tone="wait">
            The signed LOA is missing. Upload it here, and the orders that wait for it go on at once.
          </Banner>
        </div>
      )}
      {moved > 0 && (
        <div className={styles.group}>
          <Banner tone="ok">The LOA came. {counted(moved, 'order')} moved to Received LOA.</Banner>
        </div>
      )}
      <div className={styles.group}>
        <dl className={card.facts}>
          <dt>Account number</dt>
          <dd>
            {accountNumber === null ? (
              'Not given'
            ) : (
              <SecretText
                name={`account number with ${carrier}`}
                masked={accountNumber}
                reveal={() => reveal({ partnerId, transferId: id, field: 'account-number' })}
              />
            )}
          </dd>
          <dt>PIN</dt>
          <dd>
            {pin === null ? (
              'Not given'
            ) : (
              <SecretText
                name={`PIN with ${carrier}`}
                masked={pin}
                reveal={() => reveal({ partnerId, transferId: id, field: 'pin' })}
              />
            )}
          </dd>
          <dt>Service address</dt>
          <dd>{serviceAddress}</dd>
          <dt>Authorized name</dt>
          <dd>{authorisedName}</dd>
          {timing && (
            <>
              <dt>When</dt>
              <dd>{TIMING_LABELS[timing]}</dd>
            </>
          )}
        </dl>
      </div>
      <div className={styles.group}>
        <div className={card.fields}>
          <DocumentField
            kind="loa"
            label="signed LOA"
            hint="What was submitted stays; a newer one is added beside it."
            {...{ transferId: id, documents, submitted: true }}
            onDocuments={(next, movedOn) => {
              onChanged();
              setDocuments(next);
              setMoved(movedOn);
            }}
          />
          <DocumentField
            kind="bill"
            label="recent bill"
            hint="PDF, PNG or JPEG up to 10 MB."
            {...{ transferId: id, documents, submitted: true }}
            onDocuments={(next) => {
              onChanged();
              setDocuments(next);
            }}
          />
        </div>
      </div>
    </section>
  );
}
