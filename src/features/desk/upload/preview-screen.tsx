import type { UploadRows } from '#data/uploads/list-upload-rows.ts';
import type { UploadSummary } from '#data/uploads/read-summary.ts';
import type { RowFilter } from '#domain/carrier-list/outcome.ts';
import { counted } from '#domain/counted.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { PreviewAgain } from './preview-again.tsx';
import { RowsCard } from './rows-card.tsx';
import styles from './upload.module.css';
import { UploadPage } from './upload-page.tsx';
import { downloadUrl, stepUrl } from './url.ts';

/** What a list will do, row by row, before it does anything. */
export function PreviewScreen({
  rows,
  summary,
  show,
  trouble,
}: {
  rows: UploadRows;
  summary: UploadSummary;
  show: RowFilter;
  /** Why this preview cannot be applied as it is; null when it can. */
  trouble: string | null;
}) {
  const { upload, counts } = rows;
  const refused = counts.refused ?? 0;
  return (
    <UploadPage upload={upload} step="preview">
      <div className={styles.stack}>
        {trouble !== null && <Banner tone="wait">{trouble}</Banner>}
        <div className={styles.actions}>
          {summary.orders > 0 && trouble === null ? (
            <Link className={`${control.button} ${control.primary}`} href={stepUrl(upload.id, 'apply')}>
              Go on with {counted(summary.orders, 'order')}
            </Link>
          ) : (
            <p className={styles.quiet}>{summary.orders === 0 && 'No row changes an order.'}</p>
          )}
          <PreviewAgain upload={upload} primary={trouble !== null} />
          {refused > 0 && (
            <a className={control.button} href={downloadUrl(upload.id, 'refused')} download>
              Download {counted(refused, 'refused row')}
            </a>
          )}
        </div>
      </div>
      <RowsCard rows={rows} step="preview" show={show} />
    </UploadPage>
  );
}
