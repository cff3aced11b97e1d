'use client';

import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { counted } from '#domain/counted.ts';
import { DOCUMENT_BYTES } from '#domain/documents.ts';
import control from '#ui/control.module.css';
import { useSending } from '#ui/use-sending.ts';
import { removeDocument } from '../actions.ts';
import card from '../card.module.css';
import type { DocumentReceived } from '../receive-document.ts';
import type { DocumentView } from '../setup-view.ts';
import { documentTooLarge, documentUploadUrl } from '../urls.ts';
import { problemInWords, sizeInWords, UNREACHED } from '../words.ts';
import styles from './transfer.module.css';

type DocumentFieldProps = {
  transferId: number;
  kind: 'loa' | 'bill';
  /** As it stands inside a sentence. */
  label: string;
  hint: string;
  documents: readonly DocumentView[];
  /** Papers of what was submitted stay; a newer one can be added. */
  submitted: boolean;
  onDocuments: (documents: DocumentView[], moved: number) => void;
};

/** A letter of authorization or a bill: sent with its progress, read again by its link, replaced, or removed after a question. */
export function DocumentField(props: DocumentFieldProps) {
  const { transferId, kind, label, hint, documents, submitted, onDocuments } = props;
  const id = useId();
  const { share, send } = useSending<DocumentReceived>();
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<string | null>(null);
  const own = documents.filter((document) => document.kind === kind);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    setSaid('');
    if (file.size > DOCUMENT_BYTES) return setProblem(documentTooLarge(file.name));
    const sent = await send(documentUploadUrl(transferId, kind, file.name), file);
    if (!sent.ok) return setProblem(sent.problem);
    const { documents: all, moved } = sent.value;
    onDocuments(all, moved);
    setSaid(moved > 0 ? `${counted(moved, 'order')} moved to Received LOA.` : `${file.name} is kept.`);
  };
  const remove = async (document: DocumentView) => {
    setAsking(null);
    const result = await removeDocument({ transferId, id: document.id }).catch(() => null);
    if (!result?.ok) return setProblem(result ? problemInWords(result.problem) : UNREACHED);
    if (!result.value) return setProblem('It was submitted meanwhile, and stays.');
    onDocuments(
      documents.filter((one) => one.id !== document.id),
      0,
    );
    setSaid(`${document.fileName} is removed.`);
  };
  const heading = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const press = own.length === 0 ? `Upload the ${label}` : submitted ? 'Add a newer one' : 'Replace';
  return (
    <fieldset className={styles.document} aria-label={heading}>
      <p className={control.label}>
        {heading} {kind === 'bill' && <small>optional</small>}
      </p>
      {own.map((document) => (
        <div key={document.id} className={styles.paper}>
          <IconFileText size={16} stroke={1.75} aria-hidden="true" />
          <a href={document.href}>{document.fileName}</a>
          <small>{sizeInWords(document.size)}</small>
          {!submitted && asking !== document.id && (
            <button
              type="button"
              className={`${control.button} ${control.small} ${control.subtle}`}
              aria-label={`Remove ${document.fileName}`}
              onClick={() => setAsking(document.id)}
            >
              Remove
            </button>
          )}
          {asking === document.id && (
            <fieldset className={`${card.question} ${styles.wide}`} aria-label="Remove it?">
              <p>Remove this file? It is deleted.</p>
              <button
                type="button"
                className={`${control.button} ${control.small}`}
                onClick={() => remove(document)}
              >
                Remove the file
              </button>
              <button
                type="button"
                ref={(button) => button?.focus()}
                className={`${control.button} ${control.small} ${control.subtle}`}
                onClick={() => setAsking(null)}
              >
                Keep it
              </button>
            </fieldset>
          )}
        </div>
      ))}
      <p className={card.row}>
        <input
          id={`${id}-file`}
          className={styles.fileInput}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          aria-describedby={`${id}-hint ${id}-said`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // So that the same file, mended, can be chosen again.
            event.currentTarget.value = '';
            take(file);
          }}
        />
        <label htmlFor={`${id}-file`} className={`${control.button} ${control.small}`}>
          <IconUpload size={16} stroke={1.75} aria-hidden="true" />
          {press}
          {own.length > 0 && <span className="pp-vh"> of the {label}</span>}
        </label>
        {share !== null && (
          <span
            className={styles.progress}
            role="progressbar"
            aria-label="Sent"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.floor(share * 100)}
          >
            <i style={{ width: `${share * 100}%` }} />
          </span>
        )}
      </p>
      <p id={`${id}-hint`} className={card.hint}>
        {hint}
      </p>
      <p id={`${id}-said`} className={problem ? control.error : card.hint} aria-live="polite">
        {problem ?? said}
      </p>
    </fieldset>
  );
}
