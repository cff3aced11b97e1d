'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { isSameRow, type RowRef } from '../row-ref.ts';
import { focusRow, focusRowAt, rowAt } from '../sheet/rows.ts';
import { useReport } from '../use-report.tsx';
import type { SheetRow } from '../wire.ts';

/** The row whose story is open, and the ways from row to row. */
export type RowStory = {
  row: RowRef | null;
  /** Where it stands among the page's rows; -1 when it is not there, or none is open. */
  at: number;
  /** The sheet's own name of it. */
  id: string | null;
  /** Above 0 when the story was opened by key, and is to have the focus: another number each time. */
  entered: number;
  open: (at: number, by: 'pointer' | 'key') => void;
  /** To the next row (1) or the previous one (-1): the story goes along when one is open. */
  move: (step: 1 | -1) => void;
  close: () => void;
};

/** Opens rows of the page and goes from one to the next, in the sheet and in the story alike. */
export function useRowStory(rows: readonly SheetRow[], sheet: RefObject<HTMLElement | null>): RowStory {
  const { row, showRow, latestRow } = useReport();
  const [entered, setEntered] = useState(0);
  const placeOf = (ref: RowRef | null) => (ref ? rows.findIndex((each) => isSameRow(refOf(each), ref)) : -1);
  const at = placeOf(row);
  // A link may lead to a row far down its page.
  const first = useRef(at);
  useEffect(() => {
    rowAt(sheet.current, first.current)?.scrollIntoView({ block: 'nearest' });
  }, [sheet]);
  return {
    ...{ row, at, entered },
    id: rows[at]?.id ?? null,
    open: (place, by) => {
      const opened = rows[place];
      if (!opened) return;
      setEntered((n) => (by === 'key' ? n + 1 : 0));
      if (by === 'pointer') focusRowAt(sheet.current, place);
      if (place !== at) showRow(refOf(opened));
    },
    move: (step) => {
      const from = placeOf(latestRow());
      if (from < 0) return focusRow(sheet.current, step);
      const next = rows[from + step];
      if (!next) return;
      showRow(refOf(next), 'replacement');
      if (sheet.current?.contains(document.activeElement)) focusRowAt(sheet.current, from + step);
      else rowAt(sheet.current, from + step)?.scrollIntoView({ block: 'nearest' });
    },
    close: () => {
      showRow(null);
      focusRowAt(sheet.current, at);
    },
  };
}

function refOf({ phone, order }: SheetRow): RowRef {
  return { requestId: String(order.values.requestId), phone: phone as PhoneNumber };
}
