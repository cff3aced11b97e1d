'use client';

import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { StatePage } from './state-page.tsx';

/** A page that could not be made. `reference` is what the log calls this failure. */
export function ErrorState({ reference, onRetry }: { reference: string | undefined; onRetry: () => void }) {
  return (
    <StatePage>
      <EmptyState
        heading="h1"
        icon={<IconAlertTriangle size={22} stroke={1.5} aria-hidden="true" />}
        title="This page could not be shown"
        reference={reference}
        actions={
          <button type="button" className={`${control.button} ${control.primary}`} onClick={onRetry}>
            <IconRefresh size={16} stroke={1.75} aria-hidden="true" />
            Try again
          </button>
        }
      >
        Something failed on our side; nothing of yours was changed. If it happens again, write to the porting
        team and quote the reference.
      </EmptyState>
    </StatePage>
  );
}
