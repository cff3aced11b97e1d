import styles from './brand.module.css';

/** The mark and the name of the portal. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 22 22" aria-hidden="true">
        <rect width="22" height="22" rx="6" fill="var(--pp-ink)" />
        <g
          stroke="var(--pp-on-ink)"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        >
          <path d="M6 8.5h8.2M16 13.5H8" />
          <path d="m12.4 5.6 2.9 2.9-2.9 2.9" />
        </g>
        <circle cx="7.2" cy="13.5" r="1.7" fill="var(--pp-on-ink)" />
      </svg>
      Partner Portal
    </span>
  );
}
