'use client';

import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatMoment } from '#domain/pacific-time.ts';
import control from '#ui/control.module.css';
import form from '../form.module.css';
import type { GivenLink } from './place-schema.ts';

/** A one-time link, the only time that it is shown. */
export function LinkOnce({ link, onClose }: { link: GivenLink; onClose: () => void }) {
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
    <section className={form.link} aria-labelledby="one-time-link" ref={toView}>
      <h2 id="one-time-link">Link for {link.email}</h2>
      <p>
        The portal sends no mail yet: send this link yourself, to that address alone. It works once, until{' '}
        {formatMoment(new Date(link.expiresAt))}, and is not shown again.
      </p>
      <div className={form.copy}>
        <input
          ref={address}
          className={control.input}
          aria-label="One-time link"
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
      <p role="status" className={form.hint}>
        {said}
      </p>
    </section>
  );
}

function toView(section: HTMLElement | null): void {
  section?.querySelector('input')?.focus();
}
