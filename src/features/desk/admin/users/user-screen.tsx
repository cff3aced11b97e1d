import type { AdminEvent } from '#data/admin/list-admin-events.ts';
import type { ListedUser } from '#data/users/listed-user.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { EventList } from '../history/event-list.tsx';
import { partnerUrl, USERS_PATH } from '../url.ts';
import { ROLE_LABELS } from '../words.ts';
import { Access } from './access.tsx';
import type { PartnerChoice } from './place-fields.tsx';
import { UserActs } from './user-acts.tsx';
import rows from './users.module.css';

/** One user: who it is, what can be done, and what was done to it. */
export function UserScreen({
  user,
  self,
  partners,
  events,
}: {
  user: ListedUser;
  self: boolean;
  partners: readonly PartnerChoice[];
  events: readonly AdminEvent[];
}) {
  const { name, email, role, partner, account, access, linkExpiresAt, lastSignInAt, createdAt } = user;
  return (
    <AdminPage at={USERS_PATH} title={name}>
      <section className={styles.card} aria-label="The user">
        <dl className={rows.facts}>
          <div>
            <dt>Work email</dt>
            <dd>{email}</dd>
          </div>
          <div>
            <dt>Role</dt>
            <dd>{ROLE_LABELS[role]}</dd>
          </div>
          {partner && (
            <div>
              <dt>Partner</dt>
              <dd>
                <Link href={partnerUrl(partner.slug)}>{partner.name}</Link>
              </dd>
            </div>
          )}
          {account && (
            <div>
              <dt>Account</dt>
              <dd>{account.company ? `${account.company}, ${account.id}` : account.id}</dd>
            </div>
          )}
          <div>
            <dt>Access</dt>
            <dd>
              <Access access={access} />
            </dd>
          </div>
          {(access === 'invited' || access === 'link-expired') && linkExpiresAt && (
            <div>
              <dt>{access === 'invited' ? 'Link works until' : 'Link worked until'}</dt>
              <dd>{formatMoment(linkExpiresAt)}</dd>
            </div>
          )}
          <div>
            <dt>Last signed in</dt>
            <dd>{lastSignInAt ? formatMoment(lastSignInAt) : 'Not yet'}</dd>
          </div>
          <div>
            <dt>Created</dt>
            <dd>{formatMoment(createdAt)}</dd>
          </div>
        </dl>
        <UserActs user={user} self={self} partners={partners} />
      </section>
      <h2 className={styles.section}>What was done</h2>
      <div className={styles.card}>
        <EventList events={events} subject={false} />
      </div>
    </AdminPage>
  );
}
