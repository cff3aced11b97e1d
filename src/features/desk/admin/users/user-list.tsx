import { IconUsers } from '@tabler/icons-react';
import { USERS_PAGE } from '#data/users/list-users.ts';
import type { ListedUser } from '#data/users/listed-user.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { USER_ROLES } from '#domain/viewer.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { FilterForm, FilterSelect } from '../filter-form.tsx';
import { Pager } from '../pager.tsx';
import { USERS_PATH, type UsersUrl, usersUrl, userUrl } from '../url.ts';
import { ROLE_LABELS } from '../words.ts';
import { Access } from './access.tsx';
import { InviteUser } from './invite-user.tsx';
import type { PartnerChoice } from './place-fields.tsx';
import rows from './users.module.css';

/** Who can sign in, or could: found by name, role and partner. */
export function UserList({
  list: { users, total },
  partners,
  asked,
}: {
  list: { users: readonly ListedUser[]; total: number };
  partners: readonly PartnerChoice[];
  asked: UsersUrl;
}) {
  return (
    <AdminPage at={USERS_PATH} aside={counted(total, 'user')}>
      <InviteUser partners={partners} partner={asked.partner} />
      <FilterForm
        action={USERS_PATH}
        label="Users"
        search={{ label: 'Name, email or company', value: asked.text }}
      >
        <FilterSelect
          name="role"
          label="Role"
          value={asked.role}
          all="All roles"
          options={USER_ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
        />
        <FilterSelect
          name="partner"
          label="Partner"
          value={asked.partner}
          all="All partners"
          options={partners.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </FilterForm>
      <div className={styles.card}>
        {users.length === 0 ? (
          <NoUsers />
        ) : (
          <ul aria-label="Users">
            {users.map((user) => (
              <UserRow key={user.id} user={user} />
            ))}
          </ul>
        )}
        <Pager
          page={asked.page}
          size={USERS_PAGE}
          total={total}
          of="users"
          href={(page) => usersUrl({ ...asked, page })}
        />
      </div>
    </AdminPage>
  );
}

function UserRow({ user }: { user: ListedUser }) {
  const { id, name, email, role, partner, account, access, linkExpiresAt, lastSignInAt } = user;
  return (
    <li className={`${styles.row} ${rows.user}`}>
      <div>
        <Link className={styles.name} href={userUrl(id)}>
          {name}
        </Link>
        <small>{email}</small>
      </div>
      <div>
        {ROLE_LABELS[role]}
        {partner && (
          <small>{account ? `${partner.name}, ${account.company ?? account.id}` : partner.name}</small>
        )}
      </div>
      <div>
        <Access access={access} />
        {access === 'invited' && linkExpiresAt && <small>until {formatMoment(linkExpiresAt)}</small>}
      </div>
      <div className={rows.last}>
        {lastSignInAt ? 'Last signed in' : 'Has not signed in yet'}
        {lastSignInAt && <small>{formatMoment(lastSignInAt)}</small>}
      </div>
    </li>
  );
}

function NoUsers() {
  return (
    <EmptyState
      icon={<IconUsers size={22} stroke={1.5} aria-hidden="true" />}
      title="No user matches"
      actions={
        <Link className={control.button} href={USERS_PATH}>
          Show all users
        </Link>
      }
    >
      A user is found by any part of name, email address, partner or company. Whoever is not there can be
      invited.
    </EmptyState>
  );
}
