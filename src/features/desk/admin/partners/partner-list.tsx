import { IconBuilding } from '@tabler/icons-react';
import type { CountedPartner } from '#data/partners/list-partner-counts.ts';
import { counted } from '#domain/counted.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { PARTNERS_PATH, partnerUrl } from '../url.ts';
import { NewPartner } from './new-partner.tsx';
import rows from './partners.module.css';

/** All partners with what belongs to each. */
export function PartnerList({ partners }: { partners: readonly CountedPartner[] }) {
  return (
    <AdminPage at={PARTNERS_PATH} aside={counted(partners.length, 'partner')}>
      <NewPartner />
      <div className={styles.card}>
        {partners.length === 0 ? (
          <EmptyState
            icon={<IconBuilding size={22} stroke={1.5} aria-hidden="true" />}
            title="There is no partner yet"
          >
            A partner is a reseller: its accounts, requests and people are its own, and no other partner sees
            them. Create the first one, then its accounts.
          </EmptyState>
        ) : (
          <ul aria-label="Partners">
            {partners.map((partner) => (
              <li key={partner.id} className={`${styles.row} ${rows.partner}`}>
                <div>
                  <Link className={styles.name} href={partnerUrl(partner.slug)}>
                    {partner.name}
                  </Link>
                  <small>{partner.slug}</small>
                </div>
                <span>{counted(partner.accounts, 'account')}</span>
                <span>{counted(partner.users, 'user')}</span>
                <span>{counted(partner.openOrders, 'open order')}</span>
                <span>{counted(partner.numbers, 'number')}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </AdminPage>
  );
}
