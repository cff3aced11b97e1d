'use client';

import { IconCopy, IconHistory } from '@tabler/icons-react';
import { FIELDS } from '#domain/columns.ts';
import { displayText } from '#domain/display.ts';
import { NO_FILTERS } from '#domain/report-request.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { useReport } from '../use-report.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './story-drawer.module.css';
import type { StoryView } from './story-view.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done with the row as a whole. */
export function StoryFoot({ story: { row } }: { story: StoryView }) {
  const { hrefOf } = useReport();
  // As copying from the sheet gives it: the number as E.164, cells set apart by tabs.
  const cells = () =>
    FIELDS.map((field) =>
      field.key === 'phone' ? row.phone : displayText(field, row).replace(/\s+/g, ' '),
    ).join('\t');
  return (
    <div className={styles.foot}>
      <CopyButton worded name="Copy row" icon={<IconCopy {...ICON} />} text={cells} />
      <Link
        className={control.button}
        href={hrefOf({ ...NO_FILTERS, accountId: row.accountId, find: null })}
        scroll={false}
        prefetch={false}
      >
        <IconHistory {...ICON} />
        More of this account
      </Link>
    </div>
  );
}
