'use client';

import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { AfterHydration } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { Panel } from '#ui/panel.tsx';
import type { AccountChoice } from '../report-view.ts';
import { useReport } from '../use-report.tsx';
import { parameterWords } from '../words.ts';
import { AccountField } from './account-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { MoreFilters } from './more-filters.tsx';
import styles from './parameters.module.css';
import { PartnerField } from './partner-field.tsx';
import { StatusChoices, StatusField } from './status-field.tsx';
import { useAccounts } from './use-accounts.ts';
import { dateProblem, filtersOf, useDraft } from './use-draft.ts';

/** The parameters of the report. Choosing does not run it; View Report and Enter do. */
export function Parameters({ narrow }: { narrow: boolean }) {
  const form = useParameters();
  const { view } = useReport();
  const [sheet, setSheet] = useState(false);
  const account = (
    <AccountField draft={form.draft} search={form.search} problem={form.problem} onChange={form.change} />
  );
  const partner = (
    <PartnerField partners={view.partners} chosen={form.draft.partner} onChange={form.change} />
  );
  const statuses = {
    chosen: form.draft.statuses,
    counts: view.counts,
    onChoose: (chosen: typeof form.draft.statuses) => form.change({ statuses: chosen }),
  };

  return (
    <>
      {!narrow && (
        <form className={styles.bar} aria-label="Report parameters" {...form.events}>
          {partner}
          {account}
          <StatusField {...statuses} />
          <MoreFilters draft={form.draft} opened={form.more} onOpened={form.setMore} onChange={form.change} />
          <button type="submit" className={`${control.button} ${control.primary}`}>
            View Report
          </button>
        </form>
      )}
      <button
        type="button"
        className={`${control.button} ${styles.summary}`}
        aria-haspopup="dialog"
        onClick={() => setSheet(true)}
      >
        <IconAdjustmentsHorizontal size={16} stroke={1.75} aria-hidden="true" />
        <span>{parameterWords(view.url.request, true).join(', ')}</span>
        <b>Change</b>
      </button>
      <AfterHydration>
        <Panel
          opened={sheet}
          onClose={() => setSheet(false)}
          from="below"
          title="Report parameters"
          footer={
            <button
              type="submit"
              form="report-parameters"
              className={`${control.button} ${control.primary} ${styles.run}`}
            >
              View Report
            </button>
          }
        >
          <form
            id="report-parameters"
            className={styles.stack}
            aria-label="Report parameters"
            {...form.events}
            onSubmit={async (event) => (await form.events.onSubmit(event)) && setSheet(false)}
          >
            {partner}
            {account}
            <fieldset>
              <legend className={control.label}>Status</legend>
              <StatusChoices {...statuses} />
            </fieldset>
            <MoreFields draft={form.draft} onChange={form.change} />
          </form>
        </Panel>
      </AfterHydration>
    </>
  );
}

function useParameters() {
  const { view, go } = useReport();
  const [draft, setDraft] = useDraft(view);
  const [refused, setRefused] = useState<{ text: string; because: string } | null>(null);
  const [more, setMore] = useState(false);
  const chosen = view.partners.find((partner) => partner.slug === draft.partner) ?? view.partner;
  const search = useAccounts(chosen);

  const run = async (): Promise<boolean> => {
    if (dateProblem(draft)) {
      setMore(true);
      return false;
    }
    const text = draft.accountText.trim();
    const account: AccountChoice | string | null =
      draft.account ?? (text === '' ? null : await search.resolve(text));
    if (typeof account === 'string') {
      setRefused({ text: draft.accountText, because: account });
      return false;
    }
    setRefused(null);
    setMore(false);
    go({ ...filtersOf(draft, account), partner: draft.partner });
    return true;
  };

  const unknown =
    view.url.request.accountId && !view.account
      ? { text: view.url.request.accountId, because: `This is not an account of ${view.partner.name}.` }
      : null;
  const standing = [refused, unknown].find(
    (problem) => problem?.text === draft.accountText && !draft.account,
  );
  return {
    draft,
    change: setDraft,
    search,
    more,
    setMore,
    problem: standing?.because ?? null,
    events: {
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        return run();
      },
      // Boxes, segments and lists do not submit a form by themselves in every browser.
      onKeyDown: (event: KeyboardEvent) => {
        const field = event.target;
        if (event.key !== 'Enter' || event.defaultPrevented) return;
        const ticks = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
        if (!ticks && !(field instanceof HTMLSelectElement)) return;
        event.preventDefault();
        field.form?.requestSubmit();
      },
    },
  };
}
