import control from '#ui/control.module.css';
import styles from './numbers.module.css';

/** More than these scroll, so the keyboard must reach them. */
const MANY = 8;
const SCROLLS = { tabIndex: 0 } as const;

/** What is in the way of numbers going somewhere, each by name. */
export function NumbersProblems({ problems }: { problems: readonly { field: string; because: string }[] }) {
  const listed = problems.filter(({ field }) => field === 'phones' || field === 'to');
  return (
    <div role="alert" className={styles.problems} {...(listed.length > MANY ? SCROLLS : {})}>
      {listed.length > 0 && (
        <ul>
          {listed.map(({ because }) => (
            <li key={because} className={control.error}>
              {because}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
