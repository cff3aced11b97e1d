'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { FileDrop } from '#ui/file-drop.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useSending } from '#ui/use-sending.ts';
import { LARGEST_FILE, tooLarge } from './sentences.ts';
import styles from './upload.module.css';
import { IMPORT_PATH, stepUrl, UPLOAD_PATH } from './url.ts';

/** Takes a carrier's list in, and goes on to its columns. */
export function NewUpload() {
  const router = useRouter();
  const { share, send } = useSending<{ id: string }>();
  const [problem, setProblem] = useState<string | null>(null);
  const take = useCallback(
    async (file: File) => {
      setProblem(null);
      if (file.size > LARGEST_FILE) return setProblem(tooLarge(file.name));
      const sent = await send(`${UPLOAD_PATH}?${new URLSearchParams({ name: file.name })}`, file);
      if (sent.ok) router.push(stepUrl(sent.value.id, 'columns'));
      else setProblem(sent.problem);
    },
    [send, router],
  );
  const crumbs = [
    { label: 'Porting desk', href: '/desk' },
    { label: 'Lists from carriers', href: IMPORT_PATH },
  ];
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbs} title="Upload a list" />
      <div className={styles.stack}>
        <p className={styles.lead}>
          Each row names a phone number, or an order or request ID, and says what is new: a detailed status, a
          date, a reject reason. Nothing changes until you have seen what every row will do.
        </p>
        <FileDrop
          accept=".csv,.tsv,.txt,.xlsx"
          label="Choose a file"
          hint="CSV (UTF-8) or Excel (.xlsx), up to 20 MB and 20,000 rows."
          share={share}
          problem={problem}
          onFile={take}
        />
      </div>
    </div>
  );
}
