import { IconBan, IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { USER_ACCESS_LABELS, type UserAccess } from '#domain/user-access.ts';
import styles from './users.module.css';

const ICONS = {
  active: IconCircleCheck,
  invited: IconHourglass,
  'link-expired': IconHourglass,
  disabled: IconBan,
};

/** Whether a user can sign in, as a shape and a word: colour is kept for the statuses of orders. */
export function Access({ access }: { access: UserAccess }) {
  const Icon = ICONS[access];
  return (
    <span className={styles.access}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {USER_ACCESS_LABELS[access]}
    </span>
  );
}
