'use client';

import { IconArrowRight, IconPlus, IconReport } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useCallback, useDeferredValue, useMemo, useRef, useState, useTransition } from 'react';
import { counted } from '#domain/counted.ts';
import { type PastedTransfer, setupPath, sortTransfers, VOICE_SERVICES_PATH } from '#domain/setup.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { addTransfer } from '../actions.ts';
import card from '../card.module.css';
import { Frame } from '../frame.tsx';
import type { SetupView, TransferView } from '../setup-view.ts';
import { useFresh } from '../use-fresh.ts';
import { problemInWords, UNREACHED } from '../words.ts';
import { OrderNew } from './order-new.tsx';
import { timeOf } from './save-notice.tsx';
import { SubmittedTransfer } from './submitted-transfer.tsx';
import { Summary } from './summary.tsx';
import { TransferCard, type TransferHandle } from './transfer-card.tsx';
import { useHeld } from './use-held.ts';
import { draftOf, type TransferDraft } from './use-transfer.ts';

type NumbersStepProps = { setup: SetupView; report: string };

/** Step 2: new numbers, and those that move here. All of it is saved while it is typed. */
export function NumbersStep(props: NumbersStepProps) {
  const fresh = useFresh(props.setup);
  // What was kept of it is not typed into: it begins anew with what is there now.
  return <Step key={String(fresh.stale)} {...props} {...fresh} />;
}

function Step({ setup, report, stale, changed }: NumbersStepProps & ReturnType<typeof useFresh>) {
  const router = useRouter();
  const alive = useAlive();
  const [orders, setOrders] = useState(setup.numberOrders);
  const [transfers, setTransfers] = useState(() =>
    setup.transfers.filter(({ requestId }) => requestId === null),
  );
  const [drafts, setDrafts] = useState<ReadonlyMap<number, TransferDraft>>(
    () => new Map(transfers.map((transfer) => [transfer.id, draftOf(transfer)])),
  );
  const [savedAt, setSavedAt] = useState(setup.savedAt);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const handles = useRef(new Map<number, TransferHandle>());
  const submitted = setup.transfers.filter(({ requestId }) => requestId !== null);

  // One text, so that it is compared by what it says: sorting reads every number of every list.
  const key = useDeferredValue(
    JSON.stringify(
      transfers.map(({ id }) => {
        const { carrier = '', pasted = '' } = drafts.get(id) ?? {};
        return { id, carrier, pasted };
      }),
    ),
  );
  const lists: PastedTransfer[] = useMemo(() => JSON.parse(key), [key]);
  const { held, checking } = useHeld(
    lists.map(({ pasted }) => pasted),
    setup.held,
  );
  const sorted = useMemo(() => sortTransfers(lists, held), [lists, held]);
  const good = sum([...sorted.values()].map((paste) => paste.good.length));
  const leftOut = sum([...sorted.values()].map((paste) => paste.notTaken.length));

  const onDraft = useCallback((id: number, draft: TransferDraft) => {
    setDrafts((before) => (before.get(id) === draft ? before : new Map(before).set(id, draft)));
  }, []);
  const onSaved = useCallback(
    (at: string) => {
      changed();
      setSavedAt(at);
    },
    [changed],
  );
  const onHandle = useCallback((id: number, handle: TransferHandle | null) => {
    if (handle) handles.current.set(id, handle);
    else handles.current.delete(id);
  }, []);
  const add = () =>
    begin(async () => {
      setProblem(null);
      const result = await addTransfer(setup.id).catch(() => null);
      if (!result?.ok) return setProblem(result ? problemInWords(result.problem) : UNREACHED);
      changed();
      setTransfers((before) => [...before, result.value]);
    });
  const go = (path: string) =>
    begin(async () => {
      setProblem(null);
      const saved = await Promise.all([...handles.current.values()].map(({ flush }) => flush()));
      if (saved.every(Boolean)) router.push(path);
      else setProblem('Something of it is not saved yet: look for the message above.');
    });

  return (
    <Frame
      setup={setup}
      step="numbers"
      saved={`saved ${timeOf(savedAt)}`}
      bar={
        <>
          <button
            type="button"
            className={control.button}
            onClick={() => go(setupPath(setup.id, 'account'))}
            aria-label="Back to account details"
          >
            Back
          </button>
          <span className={card.grow} />
          <button
            type="button"
            className={`${control.button} ${control.subtle} ${card.phoneHidden}`}
            onClick={() => go(VOICE_SERVICES_PATH)}
          >
            Save and leave
          </button>
          <button
            type="button"
            className={`${control.button} ${control.primary}`}
            aria-busy={pending}
            onClick={() => go(setupPath(setup.id, 'review'))}
          >
            {good > 0 ? `Continue with ${counted(good, 'number')}` : 'Continue'}
          </button>
        </>
      }
    >
      <div className={card.wizard} data-alive={alive && !stale ? '' : undefined} inert={stale}>
        <div className={card.stack}>
          <OrderNew
            setupId={setup.id}
            orders={orders}
            onOrders={(next) => {
              changed();
              setOrders([...next]);
            }}
          />
          <section className={card.stack} aria-labelledby="transfers-title">
            <div>
              <div className={card.head}>
                <h2 id="transfers-title">Transfer existing phone numbers</h2>
                <Link className={control.button} href={report}>
                  <IconReport size={16} stroke={1.75} aria-hidden="true" />
                  Porting Report
                  <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
                </Link>
              </div>
              <p className={card.lead}>
                Paste the numbers of one carrier account at a time, from anywhere. Each account becomes a
                request of its own when you submit.
              </p>
            </div>
            {submitted.map((transfer) => (
              <SubmittedTransfer
                key={transfer.id}
                partnerId={setup.partnerId}
                transfer={transfer}
                report={report}
                onChanged={changed}
              />
            ))}
            {transfers.map((transfer) => (
              <TransferCard
                key={transfer.id}
                partnerId={setup.partnerId}
                transfer={transfer}
                sorted={sorted.get(transfer.id) ?? EMPTY}
                checking={checking}
                removable={transfers.length > 1 || submitted.length > 0}
                onDraft={onDraft}
                onSaved={onSaved}
                onRemoved={(id) => {
                  changed();
                  setTransfers((before) => before.filter((one) => one.id !== id));
                }}
                onHandle={onHandle}
              />
            ))}
            <p>
              <button type="button" className={control.button} aria-busy={pending} onClick={add}>
                <IconPlus size={16} stroke={1.75} aria-hidden="true" />
                {transfers.length === 0 ? 'Transfer more numbers' : 'Transfer from another carrier'}
              </button>
            </p>
          </section>
          {problem && <Banner tone="bad">{problem}</Banner>}
        </div>
        <Summary
          newNumbers={sum(orders.filter(({ state }) => state !== 'refused').map(({ quantity }) => quantity))}
          transferring={good}
          leftOut={leftOut}
          submitted={sum(submitted.map(numbersOf))}
          report={report}
        />
      </div>
    </Frame>
  );
}

const EMPTY = { good: [], notTaken: [] };

function numbersOf({ pasted }: TransferView): number {
  return pasted.split('\n').filter((line) => line !== '').length;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, n) => total + n, 0);
}
