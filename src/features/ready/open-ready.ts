import 'server-only';
import type { NumberCounts } from '#data/assignments/assignment.ts';
import { listAssigned } from '#data/assignments/list-assigned.ts';
import { listNumberAccounts } from '#data/assignments/list-number-accounts.ts';
import { listReady } from '#data/assignments/list-ready.ts';
import { listPartners } from '#data/partners/list-partners.ts';
import { type Partner, readPartner } from '#data/partners/read-partner.ts';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { demand, may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { accountView, assignedRow, groupView } from './rows.ts';
import {
  assignedPlace,
  parseAssignedPlace,
  parseReadyPlace,
  parseReadyUrl,
  type ReadyUrl,
  readyPlace,
  readyUrl,
} from './url.ts';
import type { AccountView, PartnerChoice, ReadyContent, ReadyView } from './view.ts';

/** The page, or what staff see before they have chosen a partner. */
export type ReadyOpening =
  | { kind: 'numbers'; view: ReadyView }
  | { kind: 'choose-partner'; partners: PartnerChoice[]; unknown: string | null };

/**
 * Opens the list at an address: a partner's numbers that are ready to assign or assigned. Throws NotFound for who may not
 * read them, and for a partner that is not the viewer's.
 */
export async function openReady(viewer: Viewer, params: URLSearchParams, now: Date): Promise<ReadyOpening> {
  demand(viewer, 'report.read');
  const { url, unknown } = parseReadyUrl(params);
  const partner = await readPartner(viewer, url.partner ?? undefined);
  if (!partner) {
    if (!may(viewer, 'report.any-partner')) throw new NotFound('partner');
    const partners = (await listPartners(viewer)).map(({ slug, name }) => ({ slug, name }));
    return { kind: 'choose-partner', partners, unknown: url.partner };
  }
  const [page, account, preferences] = await Promise.all([
    readContent(viewer, partner, url),
    readAccountView(viewer, partner, url.accountId),
    readPreferences(viewer),
  ]);
  return {
    kind: 'numbers',
    view: {
      ...{ url, account },
      partner: { slug: partner.slug, name: partner.name },
      assigns: may(viewer, 'numbers.assign'),
      problems: problemsOf(url, unknown, account, partner),
      asOf: formatMoment(now),
      asOfInstant: now.toISOString(),
      counts: page.counts,
      content: page.content,
      next: page.next === null ? null : readyUrl({ ...url, after: page.next }),
      first: url.after === null ? null : readyUrl({ ...url, after: null }),
      shortcuts: preferences.shortcuts ?? true,
    },
  };
}

type Page = { content: ReadyContent; counts: NumberCounts; next: string | null };

async function readContent(viewer: Viewer, partner: Partner, url: ReadyUrl): Promise<Page> {
  const filter = { accountId: url.accountId, text: url.text };
  if (url.shown === 'ready') {
    const { groups, counts, next } = await listReady(viewer, partner, {
      filter,
      after: parseReadyPlace(url.after),
    });
    const content: ReadyContent = { kind: 'ready', groups: groups.map(groupView) };
    return { content, counts, next: next && readyPlace(next) };
  }
  if (url.shown === 'accounts') {
    const { accounts, total, counts, next } = await listNumberAccounts(viewer, partner, {
      filter,
      after: url.after,
    });
    return { content: { kind: 'accounts', rows: accounts.map(accountView), total }, counts, next };
  }
  const unsafe = url.shown === 'unsafe';
  const after = parseAssignedPlace(url.after);
  const { numbers, counts, next } = await listAssigned(viewer, partner, { filter, unsafe, after });
  return {
    content: { kind: url.shown, rows: numbers.map(assignedRow) },
    counts,
    next: next && assignedPlace(next),
  };
}

async function readAccountView(
  viewer: Viewer,
  partner: Partner,
  accountId: string | null,
): Promise<AccountView | null> {
  if (accountId === null) return null;
  const filter = { accountId, text: null };
  const { accounts } = await listNumberAccounts(viewer, partner, { filter, after: null });
  return accounts[0] ? accountView(accounts[0]) : null;
}

function problemsOf(
  { accountId }: ReadyUrl,
  unknown: string | null,
  account: AccountView | null,
  partner: Partner,
): string[] {
  const problems = [];
  if (unknown !== null)
    problems.push(`There is no list “${unknown.slice(0, 40)}” here: these are ready to assign.`);
  if (accountId !== null && account === null)
    problems.push(
      `“${accountId.slice(0, 40)}” is no account of ${partner.name} with numbers, so none is here.`,
    );
  return problems;
}
