import { Banner } from '#ui/banner.tsx';
import styles from './report-screen.module.css';
import type { UrlProblem } from './url.ts';

/** Values of the address that could not be read, each by name; the rest of the address applies. */
export function Problems({ problems }: { problems: readonly UrlProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems}>
      <Banner tone="wait">
        <b>Part of this address could not be used; the rest applies.</b>
        <ul>
          {problems.map(({ name, value, because }) => (
            <li key={`${name} ${value} ${because}`}>
              <code>{name}</code> “{value.slice(0, 80)}” {because}.
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
