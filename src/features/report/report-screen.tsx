'use client';

import { IconClock } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { confidentiality } from '#domain/confidential.ts';
import { count } from '#domain/counted.ts';
import { AfterHydration, useAlive } from '#ui/anchor.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ShortcutHelp } from '#ui/shortcut-help.tsx';
import { useMedia } from '#ui/use-media.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { ExportPanel } from './exports/export-panel.tsx';
import { ExportsProvider } from './exports/use-exports.tsx';
import { Facets } from './facets.tsx';
import { Footer } from './footer.tsx';
import { crumbsOf, TITLE } from './headings.ts';
import { NoRows } from './no-rows.tsx';
import { Parameters } from './parameters/parameters.tsx';
import { Problems } from './problems.tsx';
import { REPORT_KEYS } from './report-keys.ts';
import styles from './report-screen.module.css';
import { type Remember, type ReportView, rowsShown } from './report-view.ts';
import { Sheet } from './sheet/sheet.tsx';
import { useColumns } from './sheet/use-columns.ts';
import { useMatch } from './sheet/use-match.ts';
import { nearStory, Story } from './story/story.tsx';
import { useRowStory } from './story/use-row-story.ts';
import { HiddenMatch } from './toolbar/hidden-match.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { ReportProvider, useReport } from './use-report.tsx';
import { unpackRows } from './wire.ts';
import { parameterWords } from './words.ts';

/** The report on screen. Its state is the address: what changes it asks the server, zoom and columns excepted. */
export function ReportScreen({ view, save }: { view: ReportView; save: Remember }) {
  return (
    <ReportProvider view={view} save={save}>
      <Page />
    </ReportProvider>
  );
}

const NARROW = 'screen and (max-width: 640px)';

function Page() {
  const { view } = useReport();
  const narrow = useMedia(NARROW, view.phone);
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbsOf(view)} title={TITLE}>
        <AsOf />
      </PageHeader>
      <p className={styles.printed}>
        {parameterWords(view.url.request, true).join(' · ')} · Page {count(view.url.request.page)} of{' '}
        {count(view.pages)}
      </p>
      <Problems problems={view.problems} />
      <Parameters narrow={narrow} />
      <Facets />
      <Viewer narrow={narrow} />
    </div>
  );
}

function AsOf() {
  const { view, pending } = useReport();
  const { from, to } = rowsShown(view);
  return (
    <>
      <p className={styles.asOf} data-dim={pending === 'refresh' ? '' : undefined}>
        <IconClock size={14} stroke={1.75} aria-hidden="true" />
        {pending === 'refresh' ? 'Refreshing' : `As of ${view.asOf}`}
      </p>
      <p>{confidentiality(view.partner.name)}</p>
      <p className="pp-vh" aria-live="polite">
        {pending === 'refresh'
          ? 'Refreshing'
          : pending
            ? 'Running the report'
            : `Rows ${count(from)} to ${count(to)} of ${count(view.total)}, as of ${view.asOf}`}
      </p>
    </>
  );
}

function Viewer({ narrow }: { narrow: boolean }) {
  const report = useReport();
  const { view, go, refresh, remember, pending } = report;
  const { page, find } = view.url.request;
  const alive = useAlive();
  const [table, setTable] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [helping, setHelping] = useState(false);
  const [letters, setLetters] = useState(view.preferences.shortcuts ?? true);
  const sheet = useRef<HTMLDivElement>(null);
  const refs = {
    page: useRef<HTMLInputElement>(null),
    find: useRef<HTMLInputElement>(null),
    exports: useRef<HTMLButtonElement>(null),
  };
  const rows = useMemo(() => unpackRows(view.rows), [view.rows]);
  const columns = useColumns(view.preferences['report.columns'], (layout) =>
    remember('report.columns', layout),
  );
  const shown = useMemo(() => columns.visible.map((c) => c.key), [columns.visible]);
  const match = useMatch(rows, find, view.found, shown);
  const list = narrow && !table;
  const story = useRowStory(rows, sheet);

  useShortcuts(letters, {
    '/': () => refs.find.current?.focus(),
    '[': () => page > 1 && go({ page: page - 1 }),
    ']': () => page < view.pages && go({ page: page + 1 }),
    g: () => refs.page.current?.focus(),
    j: () => story.move(1),
    k: () => story.move(-1),
    r: refresh,
    e: () => refs.exports.current?.click(),
    p: () => window.print(),
    c: () => setChoosing(true),
    '?': () => setHelping(true),
  });

  return (
    <section
      className={styles.viewer}
      aria-label="Report"
      data-viewer=""
      data-alive={alive ? '' : undefined}
      data-dim={pending ?? undefined}
    >
      <ExportsProvider columns={shown}>
        <Toolbar
          refs={refs}
          columns={columns}
          narrow={narrow}
          choosing={choosing}
          onChoosing={setChoosing}
          list={list}
          onList={(next) => setTable(!next)}
        />
        <AfterHydration>
          <ExportPanel />
        </AfterHydration>
      </ExportsProvider>
      {match.hidden && !list && <HiddenMatch hidden={match.hidden} columns={columns} />}
      {view.total === 0 ? (
        <NoRows />
      ) : (
        <Sheet {...{ sheet, columns, rows, match, list, story }} onNear={nearStory} />
      )}
      <Footer onHelp={() => setHelping(true)} />
      {story.row && <Story row={story.row} rows={rows} nav={story} narrow={narrow} />}
      <AfterHydration>
        <ShortcutHelp
          groups={REPORT_KEYS}
          opened={helping}
          onClose={() => setHelping(false)}
          on={letters}
          onSwitch={(on) => {
            setLetters(on);
            remember('shortcuts', on);
          }}
        />
      </AfterHydration>
    </section>
  );
}
