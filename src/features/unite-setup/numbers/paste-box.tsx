'use client';

import { IconUpload } from '@tabler/icons-react';
import { type RefObject, useId, useState } from 'react';
import { counted } from '#domain/counted.ts';
import type { SortedPaste } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import { useSending } from '#ui/use-sending.ts';
import card from '../card.module.css';
import type { ListReceived } from '../receive-list.ts';
import { LARGEST_LIST, listTooLarge, listUploadUrl } from '../urls.ts';
import styles from './paste.module.css';
import { PasteLists } from './paste-lists.tsx';

type PasteBoxProps = {
  box: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  sorted: SortedPaste;
  checking: boolean;
};

/** A box to paste numbers into, or to put a file of them in, and beside it what is kept, what is left out, and why. */
export function PasteBox({ box, value, onChange, sorted, checking }: PasteBoxProps) {
  const id = useId();
  const { share, send } = useSending<ListReceived>();
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setSaid(null);
    if (file.size > LARGEST_LIST) return setSaid({ text: listTooLarge(file.name), bad: true });
    const sent = await send(listUploadUrl(file.name), file);
    if (!sent.ok) return setSaid({ text: sent.problem, bad: true });
    // Below what is there: it is read anew, for it may have been typed on meanwhile.
    const before = box.current?.value.trimEnd() ?? '';
    onChange(before === '' ? sent.value.text : `${before}\n${sent.value.text}`);
    setSaid({
      text: `${counted(sent.value.entries, 'entry', 'entries')} of ${file.name} added.`,
      bad: false,
    });
  };
  const lines = value.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <div className={styles.paste}>
      <div className={control.field}>
        <label className={control.label} htmlFor={id}>
          Numbers to transfer
        </label>
        <textarea
          ref={box}
          id={id}
          className={styles.box}
          rows={12}
          value={value}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} className={card.hint}>
          {lines > 0 ? `${counted(lines, 'line')} read. ` : ''}Any format, and ranges as in 415-555-0140 to
          0149. Nothing is sent until step 3.
        </p>
        <p className={styles.file}>
          <input
            id={`${id}-file`}
            className={styles.fileInput}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            aria-describedby={`${id}-said`}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // So that the same file, mended, can be chosen again.
              event.currentTarget.value = '';
              take(file);
            }}
          />
          <label htmlFor={`${id}-file`} className={`${control.button} ${control.small}`}>
            <IconUpload size={16} stroke={1.75} aria-hidden="true" />
            {share === null ? 'Add from a file' : `Sending, ${Math.floor(share * 100)} %`}
          </label>
          <span className={card.hint}>CSV or Excel</span>
        </p>
        <p id={`${id}-said`} className={said?.bad ? control.error : card.hint} aria-live="polite">
          {said?.text}
        </p>
      </div>
      <PasteLists box={box} value={value} onChange={onChange} sorted={sorted} checking={checking} />
    </div>
  );
}
