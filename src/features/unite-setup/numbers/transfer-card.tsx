'use client';

import { IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState, useTransition } from 'react';
import { counted } from '#domain/counted.ts';
import { numberType } from '#domain/phone-number.ts';
import { TIMING_LABELS, TIMINGS } from '#domain/setup.ts';
import type { SortedPaste } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import { removeTransfer } from '../actions.ts';
import card from '../card.module.css';
import type { TransferView } from '../setup-view.ts';
import { TextField } from '../text-field.tsx';
import { problemInWords, UNREACHED } from '../words.ts';
import { DocumentField } from './document-field.tsx';
import { PasteBox } from './paste-box.tsx';
import { SaveNotice, SaveWords } from './save-notice.tsx';
import { SecretField } from './secret-field.tsx';
import styles from './transfer.module.css';
import { type TransferDraft, useTransfer } from './use-transfer.ts';

export type TransferHandle = { flush: () => Promise<boolean> };

type TransferCardProps = {
  partnerId: number;
  transfer: TransferView;
  sorted: SortedPaste;
  checking: boolean;
  /** Whether it may be removed: the only one stays, to be typed in. */
  removable: boolean;
  onDraft: (id: number, draft: TransferDraft) => void;
  onSaved: (at: string) => void;
  onRemoved: (id: number) => void;
  onHandle: (id: number, handle: TransferHandle | null) => void;
};

/** Numbers that leave one carrier: which, and what that carrier asks for before it lets them go. */
export function TransferCard(props: TransferCardProps) {
  const { partnerId, transfer, sorted, checking, removable, onDraft, onSaved, onRemoved, onHandle } = props;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const use = useTransfer(transfer, onSaved);
  const { draft, secrets, documents, state, flush, change, changeSecret } = use;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, begin] = useTransition();

  useEffect(() => onDraft(transfer.id, draft), [transfer.id, draft, onDraft]);
  useEffect(() => {
    onHandle(transfer.id, { flush });
    return () => onHandle(transfer.id, null);
  }, [transfer.id, flush, onHandle]);

  const paste = useCallback((pasted: string) => change({ pasted }), [change]);
  const remove = () =>
    begin(async () => {
      if (!(await flush())) return;
      const result = await removeTransfer({ id: transfer.id, version: use.version() }).catch(() => null);
      if (result?.ok && result.value.kind === 'removed') return onRemoved(transfer.id);
      setAsking(false);
      if (!result?.ok) return setProblem(result ? problemInWords(result.problem) : UNREACHED);
      setProblem('It was changed elsewhere meanwhile. Reload the page to see it as it is now.');
    });
  const local = sorted.good.length === 0 || sorted.good.some((phone) => numberType(phone) === 'local');

  return (
    <section className={card.card} aria-label={`Transfer from ${draft.carrier.trim() || 'a carrier'}`}>
      <div className={card.head}>
        <h3>{draft.carrier.trim() === '' ? 'From a carrier' : `From ${draft.carrier.trim()}`}</h3>
        <SaveWords state={state} />
      </div>
      <SaveNotice
        state={state}
        draft={draft}
        onRetry={flush}
        onKeepMine={use.keepMine}
        onTakeTheirs={use.takeTheirs}
      />
      <div className={card.fields}>
        <TextField
          label="Current carrier"
          value={draft.carrier}
          hint="As the bill names it. One transfer holds the numbers of one carrier account."
          autoComplete="off"
          onChange={(carrier) => change({ carrier })}
          wide
        />
      </div>
      <div className={styles.group}>
        <PasteBox box={box} value={draft.pasted} onChange={paste} sorted={sorted} checking={checking} />
      </div>
      <div className={styles.group}>
        <h4>What the carrier asks for</h4>
        <div className={card.fields}>
          <SecretField
            label="Account number"
            field="account-number"
            {...{ partnerId, transferId: transfer.id, masked: secrets.accountNumber }}
            hint="With the current carrier. Encrypted, and shown masked."
            onSave={(accountNumber) => changeSecret({ accountNumber })}
          />
          <SecretField
            label="PIN"
            field="pin"
            optional
            {...{ partnerId, transferId: transfer.id, masked: secrets.pin }}
            hint="If the account has one. Without it the carrier rejects the port."
            onSave={(pin) => changeSecret({ pin })}
          />
          <TextField
            label="Service address"
            value={draft.serviceAddress}
            hint="Where the service is used, as the carrier has it."
            onChange={(serviceAddress) => change({ serviceAddress })}
          />
          <TextField
            label="Authorized name"
            value={draft.authorisedName}
            hint="Who may sign for the account; the same name as on the LOA."
            onChange={(authorisedName) => change({ authorisedName })}
          />
          {local && (
            <fieldset className={`${control.field} ${styles.timing}`}>
              <legend className={control.label}>When the local numbers shall move</legend>
              <div className={control.segments}>
                {TIMINGS.map((timing) => (
                  <label key={timing}>
                    <input
                      type="radio"
                      name={`${id}-timing`}
                      checked={draft.timing === timing}
                      onChange={() => change({ timing })}
                    />
                    {TIMING_LABELS[timing]}
                  </label>
                ))}
              </div>
              <p className={card.hint}>
                Counted from the day all papers are there. The carrier sets the day.
              </p>
            </fieldset>
          )}
        </div>
      </div>
      <div className={styles.group}>
        <h4>Papers</h4>
        <div className={card.fields}>
          <DocumentField
            kind="loa"
            label="signed LOA"
            hint="PDF, PNG or JPEG up to 10 MB. Without it the orders wait for it: you can send it later, here."
            {...{ transferId: transfer.id, documents, submitted: false }}
            onDocuments={use.setDocuments}
          />
          <DocumentField
            kind="bill"
            label="recent bill"
            hint="Dated within the last 30 days. It spares most rejects for a name or address that differs."
            {...{ transferId: transfer.id, documents, submitted: false }}
            onDocuments={use.setDocuments}
          />
        </div>
      </div>
      {problem && <p className={control.error}>{problem}</p>}
      {removable && (
        <div className={styles.foot}>
          {asking ? (
            <fieldset className={`${card.question} ${card.grow}`} aria-label="Remove the transfer?">
              <p>
                Remove this transfer
                {sorted.good.length > 0 && ` with ${counted(sorted.good.length, 'number')}`}
                {documents.length > 0 && ` and ${counted(documents.length, 'file')}`}? It cannot be brought
                back.
              </p>
              <button
                type="button"
                className={`${control.button} ${control.small}`}
                aria-busy={pending}
                onClick={remove}
              >
                Remove the transfer
              </button>
              <button
                type="button"
                ref={(button) => button?.focus()}
                className={`${control.button} ${control.small} ${control.subtle}`}
                onClick={() => setAsking(false)}
              >
                Keep it
              </button>
            </fieldset>
          ) : (
            <button
              type="button"
              className={`${control.button} ${control.small} ${control.subtle}`}
              onClick={() => setAsking(true)}
            >
              <IconTrash size={16} stroke={1.75} aria-hidden="true" />
              Remove this transfer
            </button>
          )}
        </div>
      )}
    </section>
  );
}
