import { IconBuilding } from '@tabler/icons-react';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './choose-partner.module.css';
import { readyUrl } from './url.ts';
import type { PartnerChoice } from './view.ts';

/** For staff who have not chosen yet whose numbers to look at. */
export function ChoosePartner({
  partners,
  unknown,
}: {
  partners: readonly PartnerChoice[];
  unknown: string | null;
}) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Assign numbers" />
      {unknown !== null && <Banner tone="wait">“{unknown.slice(0, 40)}” is not a partner.</Banner>}
      <section className={styles.card} aria-labelledby="choose-partner">
        <h2 id="choose-partner">Whose numbers?</h2>
        <p>Choose a partner. You see what its contacts see; only they assign.</p>
        <ul>
          {partners.map(({ slug, name }) => (
            <li key={slug}>
              <Link className={control.option} href={readyUrl({ partner: slug })} prefetch={false}>
                <IconBuilding size={16} stroke={1.75} aria-hidden="true" />
                <span>{name}</span>
                <span className={control.end}>{slug}</span>
              </Link>
            </li>
          ))}
        </ul>
        {partners.length === 0 && <p>There is no partner yet.</p>}
      </section>
    </div>
  );
}
