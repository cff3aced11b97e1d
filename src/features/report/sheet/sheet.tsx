'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { count } from '#domain/counted.ts';
import { useEdges } from '#ui/use-edges.ts';
import { rowsShown } from '../report-view.ts';
import type { RowStory } from '../story/use-row-story.ts';
import { useReport } from '../use-report.tsx';
import type { SheetRow } from '../wire.ts';
import { copyFromSheet } from './copy.ts';
import { PhoneList } from './phone-list.tsx';
import { ReportTable } from './report-table.tsx';
import { isForRow, placeOf, rowKeys } from './rows.ts';
import styles from './sheet.module.css';
import type { SheetColumns } from './use-columns.ts';
import { useFit } from './use-fit.ts';
import type { Match } from './use-match.ts';

type SheetProps = {
  sheet: RefObject<HTMLDivElement | null>;
  columns: SheetColumns;
  rows: SheetRow[];
  match: Match;
  list: boolean;
  story: RowStory;
  /** A story is about to be wanted. */
  onNear: () => void;
};

/** What scrolls must be reachable by keyboard. */
const IN_TAB_ORDER = { tabIndex: 0 };

/** The paper of the report: the one part of the page that scrolls both ways and that zoom applies to. */
export function Sheet({ sheet, columns, rows, match, list, story, onNear }: SheetProps) {
  const { view, pending, zoom, go } = useReport();
  const frame = useRef<HTMLDivElement>(null);
  const scale = useFit(sheet, zoom, columns.width);
  useEdges(sheet, frame);
  useScrollToTop(sheet, view.url.request.page, list);
  useScrollToMatch(sheet, match, list);

  const { page, sort } = view.url.request;
  const { from, to } = rowsShown(view);
  const where = `page ${count(page)} of ${count(view.pages)}, rows ${count(from)} to ${count(to)}`;
  const pinned = columns.visible.reduce((sum, c) => (c.left === null ? sum : sum + c.width), 0);
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-pending={pending ?? undefined}
      data-list={list ? '' : undefined}
      data-beside={story.row ? '' : undefined}
    >
      <section
        ref={sheet}
        className={styles.sheet}
        style={{ scrollPadding: `${Math.ceil(56 * scale)}px 24px 16px ${Math.ceil((pinned + 8) * scale)}px` }}
        {...IN_TAB_ORDER}
        aria-label={`Sheet, ${where}`}
        aria-busy={pending !== null}
        onKeyDown={(event) => rowKeys(event, { onOpen: (at) => story.open(at, 'key'), onMove: story.move })}
        onClick={(event) => {
          if (isForRow(event)) story.open(placeOf(event.currentTarget, event.target), 'pointer');
        }}
        onPointerEnter={onNear}
        onFocus={onNear}
        onCopy={copyFromSheet}
      >
        {list ? (
          <PhoneList
            label={`Numbers, ${where}`}
            rows={rows}
            today={view.today}
            needle={match.needle}
            current={match.current}
            open={story.id}
          />
        ) : (
          <ReportTable
            caption={`Partner Number Porting Report, ${where}`}
            columns={columns.visible}
            width={columns.width}
            scale={scale}
            rows={rows}
            needle={match.needle}
            current={match.current}
            open={story.id}
            sort={sort}
            onSort={(next) => go({ sort: next })}
          />
        )}
      </section>
    </div>
  );
}

/** Another page begins at its top; a list scrolls with the window. */
function useScrollToTop(sheet: RefObject<HTMLElement | null>, page: number, list: boolean): void {
  const seen = useRef(page);
  useEffect(() => {
    if (seen.current === page) return;
    seen.current = page;
    sheet.current?.scrollTo({ top: 0 });
    if (list) sheet.current?.closest('section[data-viewer]')?.scrollIntoView({ block: 'start' });
  }, [sheet, page, list]);
}

function useScrollToMatch(sheet: RefObject<HTMLElement | null>, match: Match, list: boolean): void {
  const { current } = match;
  useEffect(() => {
    if (!current) return;
    const mark = sheet.current?.querySelector('mark[aria-current]');
    if (!mark) return;
    // A list has the window's bars above and below it.
    const near = !list && isInView(mark, sheet.current);
    mark.scrollIntoView({ block: near ? 'nearest' : 'center', inline: 'nearest' });
  }, [sheet, current, list]);
}

function isInView(mark: Element, sheet: Element | null): boolean {
  const at = mark.getBoundingClientRect();
  const frame = sheet?.getBoundingClientRect();
  return frame !== undefined && at.top > frame.top + 64 && at.bottom < frame.bottom;
}
