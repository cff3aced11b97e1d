import { IconDownload } from '@tabler/icons-react';
import type { UploadRows } from '#data/uploads/list-upload-rows.ts';
import type { RowFilter } from '#domain/carrier-list/outcome.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { RowsCard } from './rows-card.tsx';
import { countsInWords } from './sentences.ts';
import styles from './upload.module.css';
import { UploadPage } from './upload-page.tsx';
import { downloadUrl } from './url.ts';

/** What came of a list, row by row, with its files. */
export function ResultsScreen({ rows, show }: { rows: UploadRows; show: RowFilter }) {
  const { upload, counts } = rows;
  const left = (counts.refused ?? 0) + (counts.conflict ?? 0);
  const { act } = upload;
  return (
    <UploadPage upload={upload} step="results">
      <div className={styles.stack}>
        <Banner tone={left > 0 ? 'wait' : 'ok'}>
          {countsInWords(counts)}.{' '}
          {act?.appliedAt && `Applied by ${act.actor}, ${formatMoment(act.appliedAt)}.`}
          {act?.undoneAt && ` Undone, ${formatMoment(act.undoneAt)}.`}
        </Banner>
        <div className={styles.actions}>
          <a className={control.button} href={downloadUrl(upload.id, 'results')} download>
            <IconDownload size={16} stroke={1.75} aria-hidden="true" />
            Results
          </a>
          {left > 0 && (
            <a className={control.button} href={downloadUrl(upload.id, 'refused')} download>
              <IconDownload size={16} stroke={1.75} aria-hidden="true" />
              Rows that stayed out
            </a>
          )}
        </div>
      </div>
      <RowsCard rows={rows} step="results" show={show} />
    </UploadPage>
  );
}
