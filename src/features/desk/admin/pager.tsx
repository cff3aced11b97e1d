import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from './admin.module.css';

/** Which part of a list is shown, with the way to the parts beside it. Nothing when it is all of it. */
export function Pager({
  page,
  size,
  total,
  of,
  href,
}: {
  page: number;
  size: number;
  total: number;
  /** What is listed, in the plural. */
  of: string;
  href: (page: number) => string;
}) {
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  const first = (page - 1) * size + 1;
  return (
    <nav className={styles.pager} aria-label="Pages">
      <span>
        {count(first)}–{count(Math.min(page * size, total))} of {count(total)} {of}
      </span>
      <span>
        {page > 1 && (
          <Link className={control.button} href={href(page - 1)} rel="prev">
            Previous
          </Link>
        )}
        {page < pages && (
          <Link className={control.button} href={href(page + 1)} rel="next">
            Next
          </Link>
        )}
      </span>
    </nav>
  );
}
