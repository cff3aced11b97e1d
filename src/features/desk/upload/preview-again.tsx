'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { Upload } from '#data/uploads/upload.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { preview } from './actions.ts';

/** Looks anew at what a list will do, under the columns that it was read by. */
export function PreviewAgain({
  upload: { id, mapping },
  primary,
}: {
  upload: Pick<Upload, 'id' | 'mapping'>;
  primary: boolean;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, start] = useTransition();
  const again = () =>
    start(async () => {
      const result = await preview({ id, mapping: mapping ?? {}, mappingName: '' }).catch(() => null);
      const said = result?.ok ? result.value : result?.problem.sentence;
      setProblem(said === undefined ? 'The portal cannot be reached. Try again.' : said);
      router.refresh();
    });
  return (
    <>
      <button
        type="button"
        className={primary ? `${control.button} ${control.primary}` : control.button}
        aria-disabled={reading || undefined}
        onClick={reading ? undefined : again}
      >
        {reading ? 'Reading the rows' : 'Preview again'}
      </button>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
    </>
  );
}
