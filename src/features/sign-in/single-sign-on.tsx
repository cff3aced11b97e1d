'use client';

import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import control from '#ui/control.module.css';
import entry from '#ui/entry-form.module.css';
import styles from './sign-in.module.css';

/** The way in through the company's own identity provider. */
export function SingleSignOn({ provider, returnTo }: { provider: string; returnTo: string }) {
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    setLeaving(true);
    const { signIn } = await import('next-auth/react');
    await signIn(provider, { callbackUrl: returnTo });
  }
  return (
    <>
      <div className={styles.or}>or</div>
      <button
        type="button"
        className={`${control.button} ${entry.wide}`}
        aria-disabled={leaving || undefined}
        onClick={() => void leave()}
      >
        <IconKey size={16} stroke={1.75} aria-hidden="true" />
        Continue with single sign-on
      </button>
    </>
  );
}
