import { Banner } from '#ui/banner.tsx';
import styles from './queue-screen.module.css';
import type { UrlProblem } from './url.ts';

/** What of the address could not be read, while the rest applies. */
export function Problems({ problems }: { problems: readonly UrlProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems}>
      <Banner tone="wait">
        Part of this address could not be used; the rest applies.
        <ul>
          {problems.map(({ name, value, because }) => (
            <li key={`${name} ${value} ${because}`}>
              <b>
                {name}={value}
              </b>{' '}
              {because}.
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
