'use client';

import { type FormEvent, useId, useState, useTransition } from 'react';
import type { RequestCreated } from '#data/requests/create-request.ts';
import { counted } from '#domain/counted.ts';
import { sortPasted } from '#domain/sort-pasted.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import type { ActionProblem } from '#server/action.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { PageHeader } from '#ui/page-header.tsx';
import { Required } from '../move/date-field.tsx';
import move from '../move/move.module.css';
import { NoteField } from '../move/move-fields.tsx';
import { TextField } from '../move/text-field.tsx';
import { useToldProblems } from '../move/use-told-problems.ts';
import { PasteNumbers } from '../numbers/paste-numbers.tsx';
import { useHeld } from '../numbers/use-held.ts';
import { DESK_PATH } from '../order/url.ts';
import { AccountField } from './account-field.tsx';
import { create } from './actions.ts';
import styles from './new-request.module.css';
import { type DraftProblem, missingOf, ordersInWords, type RequestDraft } from './request-draft.ts';
import { RequestMade } from './request-made.tsx';

type Made = Extract<RequestCreated, { kind: 'created' }>;
type NewRequestFormProps = { partners: readonly { slug: string; name: string }[]; partner: string | null };

/** A request from scratch: for whom, and which numbers, so that work can begin before any feed knows of it. */
export function NewRequestForm({ partners, partner }: NewRequestFormProps) {
  const id = useId();
  const [draft, setDraft] = useState<RequestDraft>(() => ({ ...EMPTY, partner: partner ?? '' }));
  const { form, problems, tell, settle } = useToldProblems<DraftProblem>();
  const [failure, setFailure] = useState<ActionProblem | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [pending, start] = useTransition();
  const alive = useAlive();
  const { held, checking } = useHeld(draft.list);
  const sorted = sortPasted(draft.list, (phone) => {
    const because = held.get(phone);
    return because ? { kind: 'held', because } : null;
  });
  const { good } = sorted;

  const change = (changed: Partial<RequestDraft>, field: string) => {
    setDraft((now) => ({ ...now, ...changed }));
    settle({ [field]: true });
  };
  const problem = (field: string) => problems.find((one) => one.field === field)?.because ?? null;
  const refused = problems.filter(({ field }) => field === 'phones');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const missing = missingOf(draft, good);
    setFailure(null);
    tell(missing);
    if (missing.length > 0) return;
    start(async () => {
      const result = await create({
        partner: draft.partner,
        accountId: draft.account,
        requestId: draft.requestId.trim() || undefined,
        caseNumber: draft.caseNumber.trim() || undefined,
        detailedStatus: draft.detailedStatus,
        phones: good,
        note: draft.note.trim() || undefined,
      }).catch(() => CONNECTION_FAILED);
      if (!result.ok) return setFailure(result.problem);
      if (result.value.kind === 'refused') return tell(result.value.problems);
      setMade(result.value);
    });
  };

  if (made) {
    const again = () => {
      setMade(null);
      setDraft({ ...EMPTY, partner: draft.partner });
    };
    return <RequestMade made={made} onAgain={again} />;
  }
  return (
    <div className={styles.page} data-alive={alive ? '' : undefined}>
      <PageHeader crumbs={[{ label: 'Porting desk', href: DESK_PATH }]} title="New request" />
      <form ref={form} className={styles.form} aria-label="New request" noValidate onSubmit={submit}>
        <section className={styles.card} aria-labelledby={`${id}-whom`}>
          <h2 id={`${id}-whom`}>For whom</h2>
          <div className={styles.fields}>
            <div className={control.field}>
              <label className={control.label} htmlFor={`${id}-partner`}>
                Partner <Required />
              </label>
              <select
                id={`${id}-partner`}
                className={control.input}
                value={draft.partner}
                required
                aria-invalid={problem('partner') ? true : undefined}
                data-invalid={problem('partner') ? '' : undefined}
                aria-describedby={problem('partner') ? `${id}-partner-problem` : undefined}
                onChange={(event) => change({ partner: event.currentTarget.value, account: '' }, 'partner')}
              >
                <option value="">Choose a partner</option>
                {partners.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
              {problem('partner') && (
                <p id={`${id}-partner-problem`} className={control.error}>
                  {problem('partner')}
                </p>
              )}
            </div>
            <AccountField
              partner={draft.partner || null}
              value={draft.account}
              problem={problem('accountId')}
              onChange={(account) => change({ account }, 'accountId')}
            />
            <TextField
              label="Request ID"
              hint="Empty: the partner’s next one."
              value={draft.requestId}
              problem={problem('requestId')}
              onChange={(requestId) => change({ requestId }, 'requestId')}
            />
            <TextField
              label="FP case number"
              hint="If there is one already."
              value={draft.caseNumber}
              problem={problem('caseNumber')}
              onChange={(caseNumber) => change({ caseNumber }, 'caseNumber')}
            />
            <fieldset className={control.field}>
              <legend className={`${control.label} ${move.legend}`}>It begins as</legend>
              <div className={control.segments}>
                {STARTS.map((detailedStatus) => (
                  <label key={detailedStatus}>
                    <input
                      type="radio"
                      name="start"
                      checked={draft.detailedStatus === detailedStatus}
                      onChange={() => change({ detailedStatus }, 'detailedStatus')}
                    />
                    {DETAILED_FACTS[detailedStatus].label}
                  </label>
                ))}
              </div>
            </fieldset>
          </div>
        </section>
        <section className={styles.card} aria-labelledby={`${id}-numbers`}>
          <h2 id={`${id}-numbers`}>Numbers</h2>
          <PasteNumbers
            label="Numbers to port"
            rows={12}
            value={draft.list}
            sorted={sorted}
            checking={checking}
            problem={problem('list')}
            goodWords={ordersInWords}
            onChange={(list) => change({ list }, 'list')}
          />
          <NoteField
            label="Note for the partner"
            value={draft.note}
            required={false}
            problem={null}
            onChange={(note) => change({ note }, 'note')}
          />
        </section>
        <div className={styles.foot}>
          {failure && (
            <Banner tone="bad">
              {failure.sentence}
              {failure.code === 'failed' && ` Reference ${failure.reference}.`}
            </Banner>
          )}
          {refused.length > 0 && (
            <Banner tone="bad">
              <ul>
                {refused.map(({ because }) => (
                  <li key={because}>{because}</li>
                ))}
              </ul>
            </Banner>
          )}
          <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
            {good.length === 0
              ? 'Make the request'
              : `Make the request with ${counted(good.length, 'number')}`}
          </button>
        </div>
      </form>
    </div>
  );
}

const STARTS = ['waiting-for-loa', 'received-loa'] as const;

const EMPTY: RequestDraft = {
  partner: '',
  account: '',
  requestId: '',
  caseNumber: '',
  detailedStatus: 'received-loa',
  list: '',
  note: '',
};

const CONNECTION_FAILED = {
  ok: false,
  problem: { code: 'invalid', sentence: 'The connection failed. Nothing that you typed is lost: try again.' },
} as const;
