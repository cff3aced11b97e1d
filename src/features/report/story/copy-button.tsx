'use client';

import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';

type CopyButtonProps = {
  /** What it does: its name, or the words on it. */
  name: string;
  /** What is copied, made when it is asked for. */
  text: () => string;
  icon: ReactNode;
  /** With words on it; else the icon alone. */
  worded?: boolean;
};

/** Copies something, and says whether it did. */
export function CopyButton({ name, text, icon, worded }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const quiet = setTimeout(() => setSaid(''), 2_000);
    return () => clearTimeout(quiet);
  }, [said]);
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text()).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Copied' : 'The browser does not let us copy.');
  };
  const mark = said === 'Copied' ? <IconCheck size={16} stroke={1.75} aria-hidden="true" /> : icon;
  return (
    <>
      {worded ? (
        <button type="button" className={control.button} onClick={() => void copy()}>
          {mark}
          {said || name}
        </button>
      ) : (
        <IconButton name={name} onClick={() => void copy()}>
          {mark}
        </IconButton>
      )}
      <span className="pp-vh" role="status">
        {said}
      </span>
    </>
  );
}
