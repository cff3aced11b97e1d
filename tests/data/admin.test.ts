import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listAccounts } from '#data/accounts/list-accounts.ts';
import { type AdminEvent, listAdminEvents } from '#data/admin/list-admin-events.ts';
import { readOverview } from '#data/admin/read-overview.ts';
import { closeConnections } from '#data/connection.ts';
import { addHoliday } from '#data/holidays/add-holiday.ts';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { removeHoliday } from '#data/holidays/remove-holiday.ts';
import { renameHoliday } from '#data/holidays/rename-holiday.ts';
import { importReport } from '#data/imports/import-report.ts';
import { createPartner } from '#data/partners/create-partner.ts';
import { listPartnerCounts } from '#data/partners/list-partner-counts.ts';
import { renamePartner } from '#data/partners/rename-partner.ts';
import { addRejectReason } from '#data/reject-reasons/add-reject-reason.ts';
import { changeRejectReason } from '#data/reject-reasons/change-reject-reason.ts';
import { listRejectReasons } from '#data/reject-reasons/list-reject-reasons.ts';
import { systemActor } from '#data/system-actor.ts';
import { ADMIN_EVENT_KINDS } from '#domain/admin-event.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeRejectReason } from '../support/admin.ts';
import { MUTATIONS } from '../support/admin-mutations.ts';
import { makeAccount, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { copyOfTemplate } from '../support/fresh-database.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser, type User } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

const NOW = new Date('2026-11-24T17:00:00Z');
const day = (text: string) => text as CalendarDate;

let drop: () => Promise<void>;
let lead: Viewer;
let person: User;

// A database of its own: it counts all there is.
beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = copy.drop;
  process.env.DATABASE_URL = copy.url;
});
beforeEach(async () => {
  person = await makeUser({ role: 'lead' });
  lead = viewerOf(person);
});
afterAll(async () => {
  await closeConnections();
  await drop();
});

describe('the record of administration', () => {
  test('every verb of these folders that writes is tried here, and every kind of event is made by one', () => {
    const folders = ['accounts', 'admin', 'holidays', 'mails', 'partners', 'reject-reasons', 'users'];
    const writing = folders.flatMap((folder) =>
      readdirSync(path.join('src/data', folder))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`)
        .filter((file) => {
          const text = readFileSync(path.join('src/data', file), 'utf8');
          return (
            /\(\s*viewer: Viewer\b/.test(text) &&
            /\bwrite(In|AsOwner)\(|\b(INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/.test(text)
          );
        }),
    );
    // Signing in is noted on the user alone, and what becomes of a mail on the mail.
    const others = ['mails/requeue-mails.ts', 'mails/send-mail.ts', 'users/record-sign-in.ts'];
    // A partner takes an account back by giving up its set-up.
    const verbs = MUTATIONS.map(({ verb }) => verb).filter((verb) => verb !== 'setups/discard-setup.ts');
    expect([...new Set(verbs), ...others].toSorted()).toEqual(writing.toSorted());
    expect(MUTATIONS.map(({ kind }) => kind).toSorted()).toEqual(ADMIN_EVENT_KINDS.toSorted());
  });

  test.each(MUTATIONS)('$verb records $kind: who, what, and from what to what', async ({ kind, lay }) => {
    const { subject, change, by } = await lay();
    const before = await latest();
    await change(by ?? lead);
    const written = (await listAdminEvents(lead)).events.filter(({ id }) => id > before);
    const actor = kind === 'user-password-chosen' ? expect.stringMatching(/^Person/) : (by ?? person).name;
    expect(written).toMatchObject([{ kind, subject, actor }]);
    const text = JSON.stringify(written);
    expect(text).not.toContain('passwordHash');
    for (const { from, to } of written[0]?.changes ?? []) expect(from).not.toEqual(to);
  });

  test('what cannot be recorded is not done: each change with its event refused leaves all as it was', async () => {
    const laid = [];
    for (const { verb, kind, lay } of MUTATIONS) laid.push({ verb, kind, ...(await lay()) });
    await asOwner(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`,
    );
    await asOwner(
      'CREATE TRIGGER refuse BEFORE INSERT ON admin_event FOR EACH STATEMENT EXECUTE FUNCTION refuse()',
    );
    try {
      const before = await everything();
      for (const { verb, kind, change, by } of laid) {
        await expect(change(by ?? lead), `${verb} ${kind}`).rejects.toThrow('refused');
      }
      expect(await everything()).toEqual(before);
    } finally {
      await asOwner('DROP TRIGGER refuse ON admin_event; DROP FUNCTION refuse');
    }
  });

  test('nothing is recorded of what changes nothing', async () => {
    const { slug, name } = await makePartner();
    const { id, ...text } = await makeRejectReason();
    const before = await latest();
    expect(await renamePartner(lead, { slug, was: name, name })).toEqual({ kind: 'unchanged' });
    expect(await changeRejectReason(lead, { id, was: text, text })).toEqual({ kind: 'unchanged' });
    expect(await latest()).toBe(before);
  });

  test('is read by kind and by subject, page by page, the newest first', async () => {
    const { slug, name } = await makePartner();
    for (const n of [1, 2, 3]) {
      const was = n === 1 ? name : `${name} ${n - 1}`;
      await renamePartner(lead, { slug, was, name: `${name} ${n}` });
    }
    const first = await listAdminEvents(lead, { kind: 'partner', limit: 2 });
    expect(first.events.map(toNames)).toEqual([`${name} 3`, `${name} 2`]);
    const second = await listAdminEvents(lead, { kind: 'partner-renamed', limit: 2, before: first.next });
    expect(toNames(second.events[0])).toBe(`${name} 1`);
    expect((await listAdminEvents(lead, { kind: 'user-created', subject: 'nobody' })).events).toEqual([]);
    const kinds = (await listAdminEvents(lead, { kind: 'reject-reason' })).events.map(({ kind }) => kind);
    expect(kinds.every((kind) => kind.startsWith('reject-reason-'))).toBe(true);
  });
});

describe('partners and accounts', () => {
  test('are counted with what belongs to them', async () => {
    const account = await makeAccount();
    const { partner } = account;
    const request = await makeRequest({ account });
    await makeOrder({ request, numbers: 2 });
    await makeOrder({ request, numbers: 1, detailedStatus: 'completed' });
    await makeUser({ partner });
    await makeUser({ role: 'end-user', account });
    const counted = (await listPartnerCounts(lead)).find(({ id }) => id === partner.id);
    expect(counted).toEqual({ ...partner, accounts: 1, users: 2, openOrders: 1, numbers: 3 });
  });

  test('have names of their own: a second partner of a name, in any case, or of a slug is refused', async () => {
    const { slug, name } = await makePartner({ name: 'Quarry Bay Voice', slug: 'quarry-bay-voice' });
    const other = await makePartner();
    const refused = [
      await createPartner(lead, { slug: 'other', name: 'QUARRY bay voice' }),
      await createPartner(lead, { slug, name: 'Another' }),
      await renamePartner(lead, { slug: other.slug, was: other.name, name: 'quarry bay VOICE' }),
    ];
    expect(refused).toMatchObject([
      { created: false, because: 'name-taken' },
      { created: false, because: 'slug-taken' },
      { kind: 'refused', because: 'name-taken' },
    ]);
    expect(await renamePartner(lead, { slug, was: name, name: 'QUARRY BAY VOICE' })).toEqual({
      kind: 'changed',
    });
  });

  test('one of two who create the same partner at once is told', async () => {
    const wish = { slug: 'same', name: 'Same' };
    const both = await Promise.all([createPartner(lead, wish), createPartner(lead, wish)]);
    expect(both.map(({ created }) => created).toSorted()).toEqual([false, true]);
  });

  test('somebody else’s change in between is not written over', async () => {
    const { slug, name } = await makePartner();
    await renamePartner(lead, { slug, was: name, name: 'First' });
    const second = await renamePartner(lead, { slug, was: name, name: 'Second' });
    expect(second).toEqual({ kind: 'refused', because: 'changed-since' });
  });

  test('accounts are found by ID, username or company name, a page at a time', async () => {
    const partner = await makePartner();
    await asOwner(
      `INSERT INTO account (partner_id, id, username, company_name)
       SELECT $1, 'A' || n, 'user' || n, 'Company ' || to_char(n, 'FM000') FROM generate_series(1, 120) n`,
      [partner.id],
    );
    await makeAccount({ partner: await makePartner(), company: 'Company 007' });
    const third = await listAccounts(lead, partner, { text: '', page: 3 });
    expect([third.total, third.accounts.length, third.accounts[0]?.company]).toEqual([
      120,
      20,
      'Company 101',
    ]);
    const found = await listAccounts(lead, partner, { text: 'COMPANY 007', page: 1 });
    expect(found).toMatchObject({ total: 1, accounts: [{ id: 'A7', requests: 0 }] });
    expect((await listAccounts(lead, partner, { text: 'user7', page: 1 })).total).toBe(11);
    expect((await listAccounts(lead, partner, { text: '100%', page: 1 })).total).toBe(0);
  });
});

describe('holidays', () => {
  test('are there for the years of the plan, and a removed one comes back as it was', async () => {
    const before = await listHolidays(lead);
    expect(before.get(day('2027-12-24'))).toBe('Christmas Day (observed)');
    await removeHoliday(lead, day('2027-12-24'));
    expect((await listHolidays(lead)).has(day('2027-12-24'))).toBe(false);
    await addHoliday(lead, { day: day('2027-12-24'), name: 'Christmas Day (observed)' });
    expect((await listHolidays(lead)).get(day('2027-12-24'))).toBe('Christmas Day (observed)');
  });

  test('a day is one holiday; what was planned for a new one is counted', async () => {
    await makeOrder({ detailedStatus: 'firm-order-confirmation', focOn: '2148-03-04' });
    await makeOrder({ detailedStatus: 'completed', focOn: '2148-03-04' });
    const wish = { day: day('2148-03-04'), name: 'A day of our own' };
    expect(await addHoliday(lead, wish)).toEqual({ added: true, orders: 1 });
    expect(await addHoliday(lead, { ...wish, name: 'Other' })).toEqual({
      added: false,
      because: 'there-already',
      name: 'A day of our own',
    });
    const { day: on, name: was } = wish;
    expect(await renameHoliday(lead, { day: on, was: 'Other', name: 'X' })).toMatchObject({
      kind: 'refused',
    });
    expect(await renameHoliday(lead, { day: on, was, name: 'X' })).toEqual({ kind: 'changed' });
    await expect(renameHoliday(lead, { day: day('2148-03-05'), was, name: 'X' })).rejects.toThrow('holiday');
    await expect(removeHoliday(lead, day('2148-03-05'))).rejects.toThrow('holiday');
  });
});

describe('reject reasons', () => {
  test('a wording stands once, retired or not, in any case', async () => {
    const { id, ...was } = await makeRejectReason({ retired: true });
    const text = { ...was, reason: was.reason.toUpperCase() };
    expect(await addRejectReason(lead, text)).toEqual({ added: false, because: 'reason-taken' });
    expect(await changeRejectReason(lead, { id, was, text })).toEqual({ kind: 'changed' });
  });

  test('are offered until they are retired', async () => {
    const { reason } = await makeRejectReason({ retired: true });
    const offered = await listRejectReasons(lead);
    expect(offered.length).toBeGreaterThan(20);
    expect(offered.map((each) => each.reason)).not.toContain(reason);
    expect((await listRejectReasons(lead, { retired: true })).map((each) => each.reason)).toContain(reason);
  });
});

test('the overview counts what there is', async () => {
  const overview = await readOverview(lead, day('2026-11-24'), NOW);
  const [{ partners, users } = { partners: 0, users: 0 }] = await asOwner<{
    partners: number;
    users: number;
  }>(
    'SELECT (SELECT count(*)::integer FROM partner) AS partners, (SELECT count(*)::integer FROM app_user) AS users',
  );
  expect(overview.partners).toBe(partners);
  expect(Object.values(overview.users).reduce((sum, n) => sum + n, 0)).toBe(users);
  expect(overview.nextHoliday).toEqual({ day: '2026-11-26', name: 'Thanksgiving Day' });
  expect(overview.reasons.offered).toBeGreaterThan(20);
});

test('a command records as itself', async () => {
  const before = await latest();
  await createPartner(systemActor('import'), { slug: 'made-by-a-command', name: 'Made by a command' });
  const [event] = await asOwner('SELECT actor_id, actor FROM admin_event WHERE id > $1', [before]);
  expect(event).toEqual({ actor_id: null, actor: 'system: import' });
});

test('a partner that an import makes is recorded with the import', async () => {
  const before = await latest();
  const { partner } = await importReport(lead, {
    partner: { slug: 'made-by-an-import', createAs: 'Made by an import' },
    file: { name: 'report.csv', sha256: '' },
    given: new Set(),
    rows: (async function* () {})(),
    dryRun: false,
    onRejections: async () => undefined,
    onWait: () => undefined,
    onStep: () => undefined,
  });
  expect(partner.created).toBe(true);
  const { events } = await listAdminEvents(lead, { kind: 'partner-created', subject: 'Made by an import' });
  expect(events.filter(({ id }) => id > before)).toMatchObject([{ actor: person.name }]);
});

async function latest(): Promise<number> {
  const [row] = await asOwner<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM admin_event');
  return Number(row?.id);
}

function toNames(event: AdminEvent | undefined): string | null | undefined {
  return event?.changes[0]?.to;
}

/** Every row that administration can write. */
async function everything() {
  const tables = ['partner', 'account', 'app_user', 'user_invite', 'holiday', 'reject_reason', 'admin_event'];
  return Promise.all(tables.map((table) => asOwner(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)));
}
