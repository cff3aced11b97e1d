import { IconCheck, IconId, IconListCheck, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SETUP_STEPS, type SetupStep, setupPath, VOICE_SERVICES_PATH } from '#domain/setup.ts';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './frame.module.css';

export const SETUP_TITLE = 'Configuring a new Unite account';

const STEPS: Record<SetupStep, { label: string; icon: typeof IconPhone }> = {
  account: { label: 'Account details', icon: IconId },
  numbers: { label: 'Order new numbers & transfer existing phone numbers', icon: IconPhone },
  review: { label: 'Review and submit', icon: IconListCheck },
};

type FrameProps = {
  /** Null while the account is not made. */
  setup: { id: number; account: { id: string; company: string } } | null;
  step: SetupStep;
  /** When it was saved, or that it is being saved. */
  saved?: ReactNode;
  children: ReactNode;
  /** The ways back and on, which stay in sight. */
  bar: ReactNode;
};

/** What each step of a set-up is framed by: whose account it is, which step, and the ways back and on. */
export function Frame({ setup, step, saved, children, bar }: FrameProps) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[{ label: 'Voice Services Tools', href: VOICE_SERVICES_PATH }]} title={SETUP_TITLE}>
        {setup && (
          <p className={styles.whose}>
            <b>
              <bdi>{setup.account.company}</bdi>
            </b>{' '}
            · {setup.account.id}
            {saved && <> · {saved}</>}
          </p>
        )}
      </PageHeader>
      <Stepper setupId={setup?.id ?? null} current={step} />
      {children}
      <div className={styles.bar}>
        <div>{bar}</div>
      </div>
    </div>
  );
}

function Stepper({ setupId, current }: { setupId: number | null; current: SetupStep }) {
  const at = SETUP_STEPS.indexOf(current);
  return (
    <nav aria-label="Steps">
      <ol className={styles.steps}>
        {SETUP_STEPS.map((step, i) => {
          const { label, icon } = STEPS[step];
          const Icon = i < at ? IconCheck : icon;
          const words = (
            <>
              <Icon size={16} stroke={1.75} aria-hidden="true" />
              <span>
                <b>{label}</b>
                <small>
                  {i < at ? 'Done' : i === at ? `Step ${i + 1} of ${SETUP_STEPS.length}` : 'Next'}
                </small>
              </span>
            </>
          );
          const state = i < at ? 'done' : i === at ? 'now' : 'next';
          return (
            <li key={step} data-state={state}>
              {setupId === null || i === at ? (
                <span className={styles.step} aria-current={i === at ? 'step' : undefined}>
                  {words}
                </span>
              ) : (
                <Link className={styles.step} href={setupPath(setupId, step)}>
                  {words}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
