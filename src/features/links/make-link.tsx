'use client';

import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { formatMoment } from '#domain/pacific-time.ts';
import { LINK_HOLDS } from '#domain/request-link.ts';
import { useAlive } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { type MadeLink, share } from './actions.ts';
import styles from './links.module.css';

/** Makes a link for a request, and shows it the one time that it can be seen. */
export function MakeLink({ requestId }: { requestId: string }) {
  const router = useRouter();
  // Pressed before the page is alive, the browser would send the form itself, to nowhere.
  const alive = useAlive();
  const [days, setDays] = useState(String(LINK_HOLDS.usual));
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<MadeLink | null>(null);
  const [pending, start] = useTransition();

  const make = () => {
    if (pending) return;
    start(async () => {
      const wanted = { requestId, days: /^\s*\d+\s*$/.test(days) ? Number(days) : Number.NaN };
      const result = await share(wanted).catch(() => null);
      if (!result) return setProblem('The connection failed. Try again.');
      if (!result.ok) {
        const { problem: said } = result;
        return setProblem(said.sentence + ('reference' in said ? ` Reference ${said.reference}.` : ''));
      }
      setProblem(null);
      setMade(result.value);
      router.refresh();
    });
  };

  if (made) return <LinkOnce link={made} requestId={requestId} onClose={() => setMade(null)} />;
  return (
    <form
      className={styles.make}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div className={control.field}>
        <label className={control.label} htmlFor="days">
          Days until it expires <small>1 to 90</small>
        </label>
        <input
          id="days"
          className={`${control.input} ${styles.days}`}
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          {...(problem
            ? { 'aria-invalid': true, 'data-invalid': true, 'aria-describedby': 'days-problem' }
            : {})}
        />
      </div>
      <button
        type={alive ? 'submit' : 'button'}
        className={`${control.button} ${control.primary}`}
        aria-disabled={pending || !alive || undefined}
      >
        <IconLink size={16} stroke={1.75} aria-hidden="true" />
        {pending ? 'Making the link' : 'Make link'}
      </button>
      <p id="days-problem" className={control.error} role="alert">
        {problem}
      </p>
    </form>
  );
}

function LinkOnce({ link, requestId, onClose }: { link: MadeLink; requestId: string; onClose: () => void }) {
  const address = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    address.current?.select();
    // Where the browser keeps scripts from the clipboard, the selected address can be copied by hand.
    const copied = await navigator.clipboard?.writeText(link.url).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Copied' : 'Selected: copy it with the keyboard.');
  };
  return (
    <section className={styles.once} aria-labelledby="link-once" ref={toView}>
      <h3 id="link-once">Link to request {requestId}</h3>
      <p>
        Copy it now: it is not shown again. Send it to the end user alone; it works until{' '}
        {formatMoment(new Date(link.expiresAt))}, or until you withdraw it.
      </p>
      <div className={styles.copy}>
        <input
          ref={address}
          className={control.input}
          aria-label="Link to the request"
          readOnly
          value={link.url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className={`${control.button} ${control.primary}`} onClick={() => void copy()}>
          {said === 'Copied' ? (
            <IconCheck size={16} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconCopy size={16} stroke={1.75} aria-hidden="true" />
          )}
          Copy link
        </button>
        <button type="button" className={control.button} onClick={onClose}>
          Done
        </button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}

function toView(section: HTMLElement | null): void {
  section?.querySelector('input')?.focus();
}
