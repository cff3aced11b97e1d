import { IconAlertTriangle, IconCircleCheck, IconHourglass, IconInbox } from '@tabler/icons-react';
import { MAIL_STATE_LABELS, type MailState } from '#domain/mail.ts';
import styles from './mail.module.css';

const ICONS = { queued: IconHourglass, sent: IconCircleCheck, kept: IconInbox, failed: IconAlertTriangle };

/** What became of a mail, as a shape and a word: colour is kept for the statuses of orders. */
export function MailStateMark({ state }: { state: MailState }) {
  const Icon = ICONS[state];
  return (
    <span className={styles.state}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {MAIL_STATE_LABELS[state]}
    </span>
  );
}
