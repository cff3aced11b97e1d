'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState, useTransition } from 'react';
import { setupPath, VOICE_SERVICES_PATH } from '#domain/setup.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { saveAccount, start } from './actions.ts';
import card from './card.module.css';
import { Frame } from './frame.tsx';
import type { SetupView } from './setup-view.ts';
import { TextField } from './text-field.tsx';
import { useFresh } from './use-fresh.ts';
import { problemInWords, UNREACHED } from './words.ts';

type Details = Record<'company' | 'username' | 'contactName' | 'contactEmail' | 'contactPhone', string>;
type Problem = { field: string; because: string };

/** Step 1: whose account it is. Saving it the first time makes the account. */
export function AccountStep({ setup }: { setup: SetupView | null }) {
  const fresh = useFresh(setup);
  // What was kept of it is not typed into: it begins anew with what is there now.
  return <Step key={String(fresh.stale)} setup={setup} {...fresh} />;
}

function Step({ setup, stale, changed }: { setup: SetupView | null } & ReturnType<typeof useFresh>) {
  const router = useRouter();
  const id = useId();
  const alive = useAlive();
  const form = useRef<HTMLFormElement>(null);
  // What was seen last; saving over something else is told first.
  const [was, setWas] = useState(() => detailsOf(setup));
  const [draft, setDraft] = useState(was);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<{ details: Details; at: Date } | null>(null);
  const [pending, begin] = useTransition();

  const field = (name: keyof Details) => ({
    value: draft[name],
    problem: problems.find((problem) => problem.field === name)?.because ?? null,
    onChange: (value: string) => {
      setDraft((before) => ({ ...before, [name]: value }));
      setProblems((before) => before.filter((problem) => problem.field !== name));
    },
  });
  const tell = (next: readonly Problem[]) => {
    setProblems(next);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const leave = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'leave';
    begin(async () => {
      setFailure(null);
      const result = setup
        ? await saveAccount({ setupId: setup.id, was: wire(was), details: draft }).catch(() => null)
        : await start(draft).catch(() => null);
      if (!result?.ok) return setFailure(result ? problemInWords(result.problem) : UNREACHED);
      const { value } = result;
      if (value.kind === 'problems') return tell(value.problems);
      if (value.kind === 'username-taken') {
        const because = `Your account ${value.accountId} has this username. Choose another.`;
        return tell([{ field: 'username', because }]);
      }
      if (value.kind === 'conflict') {
        const { contactPhone, ...others } = value.now;
        return setTheirs({ details: { ...others, contactPhone: contactPhone ?? '' }, at: value.at });
      }
      changed();
      const setupId = value.kind === 'started' ? value.id : (setup?.id ?? 0);
      router.push(leave ? VOICE_SERVICES_PATH : setupPath(setupId, 'numbers'));
    });
  };

  return (
    <form
      ref={form}
      aria-label="Account details"
      noValidate
      onSubmit={submit}
      data-alive={alive ? '' : undefined}
    >
      <Frame
        setup={setup}
        step="account"
        saved={setup && `saved ${setup.savedAt}`}
        bar={
          <>
            <Link className={control.button} href={VOICE_SERVICES_PATH}>
              Back
            </Link>
            <span className={card.grow} />
            <button
              type="submit"
              name="then"
              value="leave"
              className={`${control.button} ${control.subtle} ${card.phoneHidden}`}
            >
              Save and leave
            </button>
            <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
              {setup ? 'Save and continue' : 'Make the account and continue'}
            </button>
          </>
        }
      >
        <section className={`${card.card} ${card.narrow}`} aria-labelledby={`${id}-title`} inert={stale}>
          <div className={card.stack}>
            <div>
              <h2 id={`${id}-title`}>Account details</h2>
              <p className={card.lead}>
                {setup
                  ? 'Numbers, requests and the report name the account by these.'
                  : 'This makes the account. You can leave at any step and come back: everything is saved.'}
              </p>
            </div>
            {failure && <Banner tone="bad">{failure}</Banner>}
            {theirs && (
              <Conflict
                theirs={theirs.details}
                mine={draft}
                onKeep={() => {
                  setWas(theirs.details);
                  setTheirs(null);
                }}
                onTake={() => {
                  setWas(theirs.details);
                  setDraft(theirs.details);
                  setTheirs(null);
                }}
              />
            )}
            <div className={card.fields}>
              <TextField label="Company name" {...field('company')} autoComplete="organization" wide />
              <TextField
                label="Account username"
                {...field('username')}
                hint="Short and without blanks. It stands in the report beside the company."
                wide
              />
              <TextField label="Contact" {...field('contactName')} autoComplete="name" />
              <TextField label="Email" type="email" {...field('contactEmail')} autoComplete="email" />
              <TextField
                label="Telephone"
                type="tel"
                optional
                {...field('contactPhone')}
                autoComplete="tel"
                hint="Where the contact can be reached while the numbers move."
              />
            </div>
          </div>
        </section>
      </Frame>
    </form>
  );
}

const LABELS: Record<keyof Details, string> = {
  company: 'Company name',
  username: 'Account username',
  contactName: 'Contact',
  contactEmail: 'Email',
  contactPhone: 'Telephone',
};

function Conflict(props: { theirs: Details; mine: Details; onKeep: () => void; onTake: () => void }) {
  const { theirs, mine, onKeep, onTake } = props;
  const keys = Object.keys(LABELS) as (keyof Details)[];
  return (
    <Banner tone="wait">
      <p>These details were changed elsewhere while you had them open. Nothing of yours is lost.</p>
      <ul>
        {keys
          .filter((key) => theirs[key] !== mine[key])
          .map((key) => (
            <li key={key}>
              {LABELS[key]}: “{theirs[key] || 'blank'}” there, “{mine[key] || 'blank'}” here
            </li>
          ))}
      </ul>
      <div className={card.row}>
        <button type="button" className={`${control.button} ${control.small}`} onClick={onKeep}>
          Keep what is here
        </button>
        <button type="button" className={`${control.button} ${control.small}`} onClick={onTake}>
          Take what is there
        </button>
      </div>
    </Banner>
  );
}

function detailsOf(setup: SetupView | null): Details {
  return {
    company: setup?.account.company ?? '',
    username: setup?.account.username ?? '',
    contactName: setup?.contact.name ?? '',
    contactEmail: setup?.contact.email ?? '',
    contactPhone: setup?.contact.phone ?? '',
  };
}

/** As the server knows it: no telephone number is null. */
function wire(details: Details) {
  return { ...details, contactPhone: details.contactPhone || null };
}
