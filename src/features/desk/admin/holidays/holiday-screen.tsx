import type { Holidays } from '#domain/business-days.ts';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { HOLIDAYS_PATH, holidaysUrl } from '../url.ts';
import { HolidayList } from './holiday-list.tsx';
import { NewHoliday } from './new-holiday.tsx';

/** The days of a year on which no carrier ports. */
export function HolidayScreen({
  holidays,
  year,
  thisYear,
}: {
  holidays: Holidays;
  year: number;
  thisYear: number;
}) {
  const all = [...holidays].map(([day, name]) => ({ day, name }));
  const listed = all.filter(({ day }) => yearOf(day) === year);
  const years = new Set([...all.map(({ day }) => yearOf(day)), year, thisYear, thisYear + 1]);
  return (
    <AdminPage at={HOLIDAYS_PATH} aside={`${counted(listed.length, 'holiday')} in ${year}`}>
      <div className={styles.bar}>
        <nav className={styles.choices} aria-label="Years">
          {[...years]
            .toSorted((a, b) => a - b)
            .map((each) => (
              <Link
                key={each}
                className={`${control.button} ${styles.choice}`}
                href={holidaysUrl(each)}
                aria-current={each === year ? 'page' : undefined}
              >
                {each}
              </Link>
            ))}
        </nav>
        <NewHoliday key={year} year={year} />
      </div>
      <div className={styles.card}>
        <HolidayList key={year} year={year} holidays={listed} />
      </div>
      <p className={styles.quiet}>
        Carriers do not port on these days: FOC and estimated dates on them are refused, unless a lead insists
        with a note, and ages in business days leave them out.
      </p>
    </AdminPage>
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
