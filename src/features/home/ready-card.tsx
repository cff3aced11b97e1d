import type { Home } from '#data/home/home.ts';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { Card } from './card.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';

/** Numbers that may be given to users before they port, the accounts with most of them first. */
export function ReadyCard({ ready, links }: { ready: Home['ready']; links: HomeLinks }) {
  const { numbers, all, accounts } = ready;
  const inReport = all > 0 ? { href: links.ready(null), label: 'In the report' } : undefined;
  if (numbers === 0) {
    return (
      <Card id="ready" title="Ready to assign" all={inReport}>
        <p className={styles.none}>
          {all > 0
            ? `All ${count(all)} that are ready are assigned.`
            : 'No number is ready. A local one is once its date is confirmed, a toll-free one once it is accepted.'}
        </p>
      </Card>
    );
  }
  return (
    <Card
      id="ready"
      title="Ready to assign"
      count={<span className={styles.figure}>{counted(numbers, 'number')}</span>}
      all={inReport}
    >
      <ul className={styles.days}>
        {accounts.map((account) => (
          <li key={account.id}>
            <Link className={styles.day} href={links.ready(account.id)}>
              <span>{account.company ?? `Account ${account.id}`}</span>
              <b>
                {count(account.numbers)}
                <span className="pp-vh"> {account.numbers === 1 ? 'number' : 'numbers'}</span>
              </b>
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.act}>
        <Link className={`${control.button} ${control.primary}`} href={links.assign}>
          Assign numbers
        </Link>
      </p>
    </Card>
  );
}
