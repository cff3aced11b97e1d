import { IconPhonePlus } from '@tabler/icons-react';
import { NUMBER_ORDERS_PAGE, type NumberOrderList } from '#data/number-orders/list-number-orders.ts';
import { count } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '../admin/pager.tsx';
import tabs from '../queue/tabs.module.css';
import { NumberOrderRow } from './number-order-row.tsx';
import styles from './number-orders.module.css';
import { NUMBER_ORDER_TABS, type NumberOrdersUrl, type NumberOrderTab, numberOrdersUrl } from './url.ts';

const LABELS: Record<NumberOrderTab, string> = { requested: 'Requested', done: 'Done' };

/** The new numbers that partners ask for: those that wait, and those that were given or refused. */
export function NumberOrdersScreen({ list, url }: { list: NumberOrderList; url: NumberOrdersUrl }) {
  const { tab, page } = url;
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[{ label: 'Porting desk', href: '/desk' }]} title="New numbers" />
      <nav className={tabs.tabs} aria-label="New numbers">
        {NUMBER_ORDER_TABS.map((one) => (
          <Link
            key={one}
            className={tabs.tab}
            href={numberOrdersUrl({ tab: one, page: 1 })}
            aria-current={one === tab ? 'page' : undefined}
          >
            {LABELS[one]} <span className={control.count}>{count(list[one])}</span>
          </Link>
        ))}
      </nav>
      <div className={styles.card}>
        {list.orders.length === 0 ? (
          <EmptyState
            icon={<IconPhonePlus size={22} stroke={1.5} aria-hidden="true" />}
            title={
              tab === 'requested' ? 'No new numbers are asked for' : 'None has been given or refused yet'
            }
          >
            Partners ask for new numbers while they set an account up. What they ask for waits here, the
            longest first, until somebody gives the numbers or says why not.
          </EmptyState>
        ) : (
          <ul aria-label={tab === 'requested' ? 'Requested, the longest first' : 'Done, the last first'}>
            {list.orders.map((order) => (
              <NumberOrderRow key={`${order.partnerId}-${order.id}`} order={order} />
            ))}
          </ul>
        )}
        <Pager
          page={page}
          size={NUMBER_ORDERS_PAGE}
          total={list[tab]}
          of="orders"
          href={(to) => numberOrdersUrl({ tab, page: to })}
        />
      </div>
    </div>
  );
}
