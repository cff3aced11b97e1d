'use client';

import { IconChevronDown, IconChevronUp, IconCopy, IconLink, IconX } from '@tabler/icons-react';
import { Fragment, type Ref } from 'react';
import { count } from '#domain/counted.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import type { Status } from '#domain/status.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { rowsShown } from '../report-view.ts';
import type { RowRef } from '../row-ref.ts';
import { reportUrl } from '../url.ts';
import { useReport } from '../use-report.tsx';
import type { SheetRow } from '../wire.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './story-head.module.css';
import type { StoryView } from './story-view.ts';
import type { RowStory } from './use-row-story.ts';

/** What of a number is above its story, as far as it is known yet. */
export type Head = { status: Status | null; whose: string[] };

/** From the story, or from the row of the page while that is on its way. */
export function headOf(row: RowRef, listed: SheetRow | undefined, story: StoryView | null): Head {
  if (story && story.row.phone === row.phone && story.row.requestId === row.requestId) {
    const { status, company, username, accountId } = story.row;
    return { status, whose: [company, username, accountId].filter((each) => each !== null) };
  }
  if (!listed) return { status: null, whose: [] };
  const { status, shown } = listed.order;
  return {
    status,
    whose: [shown.company, shown.username, shown.accountId].filter((each) => !!each) as string[],
  };
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The number, its status and account, the way to its neighbours, and out. */
export function StoryHead({
  title,
  head,
  row,
  nav,
  last,
}: {
  title: Ref<HTMLHeadingElement>;
  head: Head;
  row: RowRef;
  nav: RowStory;
  /** The place of the page's last row. */
  last: number;
}) {
  const { view } = useReport();
  const elsewhere = nav.at < 0 && 'It is not on this page of the report';
  const link = () => {
    const { request, partner } = view.url;
    return new URL(reportUrl({ request, partner, zoom: null, row }), window.location.href).href;
  };
  return (
    <div className={styles.head}>
      <div className={styles.nav}>
        <IconButton
          name="Previous row"
          shortcut="k"
          idle={elsewhere || (nav.at === 0 && 'It is the first row of the page')}
          onClick={() => nav.move(-1)}
        >
          <IconChevronUp {...ICON} />
        </IconButton>
        <IconButton
          name="Next row"
          shortcut="j"
          idle={elsewhere || (nav.at === last && 'It is the last row of the page')}
          onClick={() => nav.move(1)}
        >
          <IconChevronDown {...ICON} />
        </IconButton>
        <span className={styles.place}>
          {nav.at < 0
            ? 'Not on this page'
            : `Row ${count(rowsShown(view).from + nav.at)} of ${count(view.total)}`}
        </span>
        <CopyButton name="Copy link" icon={<IconLink {...ICON} />} text={link} />
        <IconButton name="Close" shortcut="Esc" onClick={nav.close}>
          <IconX {...ICON} />
        </IconButton>
      </div>
      <div className={styles.title}>
        <h2 id="story-title" ref={title} tabIndex={-1}>
          {formatPhoneNumber(row.phone)}
        </h2>
        <CopyButton name="Copy number" icon={<IconCopy {...ICON} />} text={() => row.phone} />
        <span className={styles.status}>{head.status && <StatusLabel status={head.status} />}</span>
      </div>
      <p className={styles.whose}>
        {head.whose.map((each, i) => (
          <Fragment key={each}>
            {i > 0 && ' · '}
            <bdi>{each}</bdi>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
