import 'server-only';
import { readAccount } from '#data/accounts/read-account.ts';
import { listPartners } from '#data/partners/list-partners.ts';
import { type Partner, readPartner } from '#data/partners/read-partner.ts';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { readReport } from '#data/report/read-report.ts';
import { readWaysOut } from '#data/report/read-ways-out.ts';
import { NotFound } from '#domain/not-found.ts';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';
import { demand, may } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { PartnerChoice, ReportView } from './report-view.ts';
import { openStory } from './story/open-story.ts';
import { parseReportUrl, type ReportUrl, type UrlProblem } from './url.ts';
import { packRows } from './wire.ts';

/** The report, or what staff see before they have chosen a partner. */
export type Opening =
  | { kind: 'report'; view: Promise<ReportView> }
  | { kind: 'choose-partner'; partners: PartnerChoice[]; problems: UrlProblem[] };

/**
 * Opens the report at an address: whose it is, what is asked for, one page of it. `phone` says that the browser is a
 * phone's. Throws NotFound for who may not read it, and for a partner that is not the viewer's; only then does the reading
 * begin, so that the page can be on its way with its status while `view` is awaited.
 */
export async function openReport(
  viewer: Viewer,
  params: URLSearchParams,
  { now, phone }: { now: Date; phone: boolean },
): Promise<Opening> {
  demand(viewer, 'report.read');
  const { url, problems } = parseReportUrl(params);
  const staff = may(viewer, 'report.any-partner');
  const [partner, partners] = await Promise.all([
    readPartner(viewer, url.partner ?? undefined),
    staff ? listPartners(viewer) : [],
  ]);
  if (!partner) {
    if (!staff) throw new NotFound('partner');
    const unknown = { name: 'partner', value: url.partner ?? '', because: 'is not a partner' };
    return {
      kind: 'choose-partner',
      partners: partners.map(choiceOf),
      problems: url.partner === null ? problems : [unknown, ...problems],
    };
  }
  return { kind: 'report', view: readView(viewer, partner, partners, url, problems, now, phone) };
}

async function readView(
  viewer: Viewer,
  partner: Partner,
  partners: Partner[],
  url: ReportUrl,
  problems: UrlProblem[],
  now: Date,
  phone: boolean,
): Promise<ReportView> {
  const { request } = url;
  const [page, account, preferences, story] = await Promise.all([
    readReport(viewer, partner, request, now),
    request.accountId === null ? null : readAccount(viewer, partner, request.accountId),
    readPreferences(viewer),
    url.row === null ? null : openStory(viewer, partner, url.row, now).catch(notThere),
  ]);
  const waysOut = page.total === 0 ? await readWaysOut(viewer, partner, request) : [];
  return {
    url: { ...url, request: { ...request, page: page.page, match: page.found?.current ?? null } },
    problems:
      account || request.accountId === null
        ? problems
        : [unknownAccount(partner, request.accountId), ...problems],
    partner: choiceOf(partner),
    partners: partners.map(choiceOf),
    account,
    asOf: formatMoment(page.asOf),
    today: pacificDate(page.asOf),
    total: page.total,
    pages: page.pages,
    counts: page.counts,
    ready: page.ready,
    rows: packRows(page.rows),
    found: page.found,
    waysOut: waysOut.filter((way) => way.rows > 0),
    story: url.row && { row: url.row, story },
    preferences,
    phone,
  };
}

/** A row that left the report since its address was copied is said in its place. */
function notThere(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

function unknownAccount(partner: Partner, value: string): UrlProblem {
  return { name: 'account', value, because: `is not an account of ${partner.name}, so no number matches` };
}

function choiceOf({ slug, name }: Partner): PartnerChoice {
  return { slug, name };
}
