import { IconCheck } from '@tabler/icons-react';
import type { Upload } from '#data/uploads/upload.ts';
import type { UploadState } from '#domain/carrier-list/outcome.ts';
import { Link } from '#ui/link.tsx';
import styles from './steps.module.css';
import { stepUrl, type UploadStep } from './url.ts';

const STEPS: readonly { step: UploadStep; label: string }[] = [
  { step: 'columns', label: 'Columns' },
  { step: 'preview', label: 'Preview' },
  { step: 'apply', label: 'Apply' },
  { step: 'results', label: 'Results' },
];

/** The steps that can be gone to from a state; the others are behind, or not yet. */
const OPEN: Record<UploadState, readonly UploadStep[]> = {
  'to-map': ['columns'],
  previewed: ['columns', 'preview', 'apply'],
  applying: ['preview', 'apply'],
  applied: ['results'],
  undone: ['results'],
};

/** The way of an upload, and where it is. */
export function Steps({ upload, current }: { upload: Upload; current: UploadStep }) {
  const at = STEPS.findIndex(({ step }) => step === current);
  return (
    <nav className={styles.steps} aria-label="Steps of this upload">
      <ol>
        <li className={styles.done}>
          <Mark /> <span>Upload</span>
        </li>
        {STEPS.map(({ step, label }, i) => {
          const open = OPEN[upload.state].includes(step);
          const words = (
            <>
              {i < at ? <Mark /> : <b aria-hidden="true">{i + 2}</b>} <span>{label}</span>
            </>
          );
          return (
            <li key={step} className={i < at ? styles.done : undefined}>
              {open ? (
                <Link href={stepUrl(upload.id, step)} aria-current={step === current ? 'step' : undefined}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Mark() {
  return <IconCheck size={16} stroke={2} aria-hidden="true" />;
}
