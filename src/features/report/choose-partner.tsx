'use client';

import { IconBuilding } from '@tabler/icons-react';
import { useState } from 'react';
import control from '#ui/control.module.css';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './choose-partner.module.css';
import { CRUMBS, TITLE } from './headings.ts';
import { Problems } from './problems.tsx';
import type { PartnerChoice } from './report-view.ts';
import { REPORT_PATH, type UrlProblem } from './url.ts';

/** For staff who have not chosen yet whose report to open. */
export function ChoosePartner({
  partners,
  problems,
}: {
  partners: readonly PartnerChoice[];
  problems: readonly UrlProblem[];
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = partners.filter(
    ({ name, slug }) => name.toLowerCase().includes(wanted) || slug.includes(wanted),
  );
  return (
    <div className={styles.page}>
      <PageHeader crumbs={CRUMBS} title={TITLE} />
      <Problems problems={problems} />
      <section className={styles.card} aria-labelledby="choose-partner">
        <h2 id="choose-partner">Whose report?</h2>
        <p>Choose a partner. You see what its contacts see.</p>
        {partners.length > 8 && (
          <input
            className={control.input}
            value={text}
            placeholder="Partner"
            aria-label="Find a partner"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <ul className={styles.list}>
          {found.map(({ slug, name }) => (
            <li key={slug}>
              <a className={control.option} href={`${REPORT_PATH}?partner=${encodeURIComponent(slug)}`}>
                <IconBuilding size={16} stroke={1.75} aria-hidden="true" />
                <span>{name}</span>
                <span className={control.end}>{slug}</span>
              </a>
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p role="status">
            {partners.length === 0 ? 'There is no partner yet.' : 'No partner has this name.'}
          </p>
        )}
      </section>
    </div>
  );
}
