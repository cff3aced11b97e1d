'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useMemo, useState, useTransition } from 'react';
import type { PreferenceKey, Preferences } from '#domain/preferences.ts';
import type { ReportRequest } from '#domain/report-request.ts';
import type { Remember, ReportView } from './report-view.ts';
import type { RowRef } from './row-ref.ts';
import { type ReportUrl, reportUrl, type Zoom } from './url.ts';
import { useOpenRow } from './use-open-row.ts';

/** A change of what is asked for. Unless it names a page or a match, the answer begins at page 1. */
export type Change = Partial<ReportRequest> & { partner?: string | null };

export type Report = {
  view: ReportView;
  /** What is on its way: another page of the report, or the same one read anew. */
  pending: 'page' | 'refresh' | null;
  hrefOf: (change: Change) => string;
  go: (change: Change) => void;
  open: (url: ReportUrl) => void;
  refresh: () => void;
  zoom: Zoom;
  setZoom: (zoom: Zoom) => void;
  /** The row whose story is open. */
  row: RowRef | null;
  /** Opens a row's story, or closes it: as a step that Back takes back, or in place of the row that is open. */
  showRow: (row: RowRef | null, as?: 'step' | 'replacement') => void;
  /** The row that was opened last, also where that is not drawn yet. */
  latestRow: () => RowRef | null;
  remember: <Key extends PreferenceKey>(key: Key, value: NonNullable<Preferences[Key]>) => void;
};

const Context = createContext<Report | null>(null);

/** The report on the page and the ways to move in it. Inside ReportProvider only. */
export function useReport(): Report {
  const report = use(Context);
  if (!report) throw new Error('useReport outside ReportProvider');
  return report;
}

export function ReportProvider({
  view,
  save,
  children,
}: {
  view: ReportView;
  save: Remember;
  children: ReactNode;
}) {
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const [refreshing, startRefresh] = useTransition();
  const [zoomed, setZoomed] = useZoomOf(view.url.zoom);
  const addressOf = useCallback(
    (row: RowRef | null) => reportUrl({ ...view.url, zoom: zoomed, row }),
    [view.url, zoomed],
  );
  const [row, showRow, latestRow] = useOpenRow(addressOf);

  const open = useCallback(
    (url: ReportUrl) => startMove(() => router.push(reportUrl(url), { scroll: false })),
    [router],
  );
  const remember: Report['remember'] = useCallback(
    async (key, value) => {
      const saved = await save(key, value).catch(() => ({ ok: false }));
      if (!saved.ok) notifications.show({ message: 'This could not be remembered for your next visit.' });
    },
    [save],
  );

  const report = useMemo<Report>(() => {
    const urlOf = (change: Change): ReportUrl => {
      const { partner = view.url.partner, ...request } = change;
      const { page = 1, match = null } = change;
      const kept = partner === view.url.partner ? row : null;
      const { setup } = view.url;
      return {
        partner,
        zoom: zoomed,
        row: kept,
        setup,
        request: { ...view.url.request, ...request, page, match },
      };
    };
    return {
      view,
      pending: refreshing ? 'refresh' : moving ? 'page' : null,
      hrefOf: (change) => reportUrl(urlOf(change)),
      go: (change) => open(urlOf(change)),
      open: (url) =>
        open({
          ...url,
          setup: view.url.setup,
          zoom: zoomed,
          row: url.partner === view.url.partner ? row : null,
        }),
      refresh: () => startRefresh(() => router.refresh()),
      zoom: zoomed ?? view.preferences['report.zoom'] ?? 100,
      setZoom: (zoom) => {
        setZoomed(zoom);
        window.history.replaceState(null, '', reportUrl({ ...view.url, zoom, row }));
        remember('report.zoom', zoom);
      },
      row,
      showRow,
      latestRow,
      remember,
    };
  }, [view, moving, refreshing, zoomed, row, showRow, latestRow, open, router, remember, setZoomed]);

  return <Context value={report}>{children}</Context>;
}

/** The zoom of the address: it changes here at once, without asking the server, and follows the address when that moves. */
function useZoomOf(zoom: Zoom | null): [Zoom | null, (zoom: Zoom) => void] {
  const [seen, setSeen] = useState(zoom);
  const [chosen, setChosen] = useState(zoom);
  if (seen !== zoom) {
    setSeen(zoom);
    setChosen(zoom);
  }
  return [chosen, setChosen];
}
