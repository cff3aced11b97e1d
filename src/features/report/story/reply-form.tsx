'use client';

import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { DOCUMENT_BYTES } from '#domain/documents.ts';
import { fileSize } from '#domain/file-size.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { useSending } from '#ui/use-sending.ts';
import { useReport } from '../use-report.tsx';
import { draftFiles, draftText, keepDraft } from './draft.ts';
import type { AnswerSent } from './receive-answer.ts';
import styles from './reply-form.module.css';
import type { StoryView } from './story-view.ts';
import { ANSWER_PATH } from './url.ts';

/** As the server holds it: answer-order.ts. */
const MOST_FILES = 3;
const MOST_LETTERS = 4_000;

type ReplyFormProps = {
  id: string;
  story: StoryView;
  /** It was asked for just now. */
  focus: boolean;
  onCancel: () => void;
  onSent: (said: string) => void;
};

/** Writes to the porting team from here: text and up to three files. What was typed stays until it has been sent. */
export function ReplyForm({ id, story: { row }, focus, onCancel, onSent }: ReplyFormProps) {
  const { refresh } = useReport();
  const { orderId, phone } = row;
  const [text, setText] = useState(() => draftText(orderId));
  const [files, setFiles] = useState(() => draftFiles(orderId));
  const [problem, setProblem] = useState<string | null>(null);
  const { share, send } = useSending<AnswerSent>();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  useEffect(() => keepDraft(orderId, text, files), [orderId, text, files]);

  const attach = (chosen: readonly File[]) => {
    const next = [...files, ...chosen];
    const large = chosen.find(({ size }) => size > DOCUMENT_BYTES);
    if (large)
      return setProblem(`“${large.name}” is larger than 10 MB, which is the most that can be taken.`);
    if (next.length > MOST_FILES) return setProblem(`At most ${MOST_FILES} files go with an answer.`);
    setProblem(null);
    setFiles(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (share !== null) return;
    if (text.trim() === '') {
      setProblem('Write your answer first.');
      return box.current?.focus();
    }
    setProblem(null);
    const form = new FormData();
    form.set('order', String(orderId));
    form.set('number', phone);
    form.set('text', text);
    for (const file of files) form.append('file', file);
    const result = await send(ANSWER_PATH, form);
    if (!result.ok) return setProblem(result.problem);
    keepDraft(orderId, '', []);
    const { movedFrom } = result.value;
    const moved = movedFrom && ` The order went from ${movedFrom} to Additional information provided.`;
    onSent(`Sent to the porting team.${moved ?? ''}`);
    refresh();
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-busy={share !== null}
    >
      <label className={control.label} htmlFor={`${id}-text`}>
        Your reply to the porting team
      </label>
      <textarea
        ref={box}
        id={`${id}-text`}
        className={styles.box}
        rows={5}
        maxLength={MOST_LETTERS}
        value={text}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== null && text.trim() === ''}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Files files={files} onRemove={(file) => setFiles(files.filter((each) => each !== file))} />
      <p className={styles.attach}>
        <input
          id={`${id}-file`}
          className="pp-vh"
          type="file"
          multiple
          accept=".pdf,.png,.jpg,.jpeg"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            // So that the same file can be chosen again.
            event.currentTarget.value = '';
            attach(chosen);
          }}
        />
        <label htmlFor={`${id}-file`} className={`${control.button} ${control.small}`}>
          <IconPaperclip size={16} stroke={1.75} aria-hidden="true" />
          Attach files
        </label>
        <small id={`${id}-hint`}>PDF, PNG or JPEG, up to 3 of 10 MB</small>
      </p>
      <p id={`${id}-problem`} className={control.error} role="alert">
        {problem}
      </p>
      {share !== null && <Progress share={share} />}
      <div className={styles.buttons}>
        <button
          type="submit"
          className={`${control.button} ${control.primary}`}
          aria-disabled={share !== null}
        >
          {share === null ? 'Send reply' : 'Sending'}
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onCancel}>
          Not now
        </button>
      </div>
    </form>
  );
}

function Files({ files, onRemove }: { files: readonly File[]; onRemove: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Files to send">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
          <span>{file.name}</span>
          <small>{fileSize(file.size)}</small>
          <IconButton name={`Leave out ${file.name}`} onClick={() => onRemove(file)}>
            <IconX size={14} stroke={1.75} aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Progress({ share }: { share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label="Sent"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}
