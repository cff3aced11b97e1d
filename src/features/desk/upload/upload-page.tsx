import type { ReactNode } from 'react';
import type { Upload } from '#data/uploads/upload.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Steps } from './steps.tsx';
import styles from './upload.module.css';
import { downloadUrl, IMPORT_PATH, type UploadStep } from './url.ts';

/** The head that every step of an upload has, with the way through it, around the step. */
export function UploadPage({
  upload,
  step,
  children,
}: {
  upload: Upload;
  step: UploadStep;
  children: ReactNode;
}) {
  const crumbs = [
    { label: 'Porting desk', href: '/desk' },
    { label: 'Lists from carriers', href: IMPORT_PATH },
  ];
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbs} title={upload.fileName}>
        {counted(upload.records, 'row')}, uploaded by {upload.actor}, {formatMoment(upload.at)}
        <br />
        <a href={downloadUrl(upload.id, 'original')} download>
          The file as it came
        </a>
      </PageHeader>
      <Steps upload={upload} current={step} />
      {children}
    </div>
  );
}
