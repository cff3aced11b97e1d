import { ACCOUNTS_PAGE, type ListedAccount } from '#data/accounts/list-accounts.ts';
import type { Partner } from '#data/partners/read-partner.ts';
import { count } from '#domain/counted.ts';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { FilterForm } from '../filter-form.tsx';
import { Pager } from '../pager.tsx';
import { type AccountsUrl, PARTNERS_PATH, partnerUrl, usersUrl } from '../url.ts';
import { AccountList, NewAccount } from './account-list.tsx';
import { RenamePartner } from './rename-partner.tsx';

/** One partner: its name, the way to its people, and its accounts. */
export function PartnerScreen({
  partner,
  list: { accounts, total },
  asked,
}: {
  partner: Partner;
  list: { accounts: readonly ListedAccount[]; total: number };
  asked: AccountsUrl;
}) {
  const { slug, name } = partner;
  return (
    <AdminPage
      at={PARTNERS_PATH}
      title={name}
      aside={<Link href={usersUrl({ partner: slug })}>Users of this partner</Link>}
    >
      <div className={styles.bar}>
        <RenamePartner key={name} slug={slug} name={name} />
        <span className={styles.quiet}>Short name: {slug}</span>
      </div>
      <div className={styles.bar}>
        <h2 className={styles.section}>
          Accounts <span className={styles.figure}>{count(total)}</span>
        </h2>
        <NewAccount partner={slug} />
      </div>
      <FilterForm
        action={partnerUrl(slug)}
        label="Accounts"
        search={{ label: 'ID, username or company', value: asked.text }}
      />
      <div className={styles.card}>
        <AccountList partner={slug} accounts={accounts} searched={asked.text !== ''} />
        <Pager
          page={asked.page}
          size={ACCOUNTS_PAGE}
          total={total}
          of="accounts"
          href={(page) => partnerUrl(slug, { ...asked, page })}
        />
      </div>
    </AdminPage>
  );
}
