import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { isLegalMove, legalMoves, possibleCorrections } from '#domain/legal-moves.ts';
import { decideMove, inputsOf, type Move, type MoveContext, type OrderState } from '#domain/moves.ts';
import { describeChanges, mergeChanges } from '#domain/order-changes.ts';
import { decideEdit } from '#domain/order-edits.ts';
import { DETAILED_STATUSES } from '#domain/status.ts';
import { caseName, MOVE_CASES, moveTo } from '../support/move-matrix.ts';

const day = (date: string) => date as CalendarDate;
const time = (clock: string) => clock as ClockTime;

const HOLIDAYS = new Map([[day('2026-11-26'), 'Thanksgiving Day']]);
const AGENT: MoveContext = { role: 'agent', today: day('2026-11-24'), holidays: HOLIDAYS };
const LEAD: MoveContext = { ...AGENT, role: 'lead' };
const WEDNESDAY = day('2026-12-02');

const ORDER: OrderState = {
  ...{ type: 'local', detailedStatus: 'submitted', priority: 'standard', numbers: 12 },
  ...{ submittedOn: day('2026-11-13'), estimatedOn: day('2026-12-01'), focOn: null, focTime: null },
  ...{ createdOn: day('2026-11-02'), requestedOn: day('2026-12-04'), approvedOn: null },
  ...{ location: 'Carmel', coordinator: null, rejectReason: null },
};
const SCHEDULED: OrderState = {
  ...ORDER,
  detailedStatus: 'firm-order-confirmation',
  focOn: WEDNESDAY,
  focTime: time('10:00'),
};
const TOLL_FREE: OrderState = { ...ORDER, type: 'toll-free', submittedOn: null, requestedOn: null };

function becomes(order: OrderState, move: Move, context = AGENT) {
  const decision = decideMove(order, move, context);
  if (decision.kind !== 'change') throw new Error(JSON.stringify(decision));
  return decision.after;
}

function problems(order: OrderState, move: Move, context = AGENT): [string, string][] {
  const decision = decideMove(order, move, context);
  return decision.kind === 'refused' ? decision.problems.map(({ field, because }) => [field, because]) : [];
}

describe('which moves are legal', () => {
  it('is what the table says, for every order and every target', () => {
    const said = MOVE_CASES.map((each) => [caseName(each), each.legal]);
    const decided = MOVE_CASES.map((each) => [caseName(each), isLegalMove(each.from, each.to, each.type)]);
    expect(Object.fromEntries(decided)).toEqual(Object.fromEntries(said));
  });

  it('is offered: no more than these, in the order of a port’s life', () => {
    expect(legalMoves('completed', 'local')).toEqual([]);
    expect(legalMoves('pending-carrier-response', 'local')).toEqual(
      DETAILED_STATUSES.filter((to) => isLegalMove('pending-carrier-response', to, 'local')),
    );
    expect(possibleCorrections('completed', 'toll-free')).not.toContain('firm-order-confirmation');
    expect(possibleCorrections('completed', 'local')).toHaveLength(DETAILED_STATUSES.length - 2);
  });

  it.each(MOVE_CASES.filter(({ legal }) => legal).map((each) => [caseName(each), each] as const))(
    '%s: what it asks for is what it needs',
    (_name, { type, from, to }) => {
      const order = { ...(type === 'local' ? ORDER : TOLL_FREE), detailedStatus: from };
      const dated =
        from === 'firm-order-confirmation' || from === 'confirmed'
          ? { ...order, focOn: day('2026-12-03') }
          : order;
      expect(decideMove(dated, moveTo(to), AGENT).kind).toBe('change');
      // What has a default is there without being given: the standard time, today, and the date that it had.
      const missing = problems({ ...order, approvedOn: null }, { to }).map(([field]) => field);
      const asked = inputsOf(to, type).required.filter(
        (field) => field !== 'focTime' && field !== 'submittedOn',
      );
      expect(missing).toEqual(asked);
    },
  );
});

describe('a move', () => {
  it('to a confirmed date is at 10:00 unless told otherwise', () => {
    expect(becomes(ORDER, { to: 'firm-order-confirmation', focOn: WEDNESDAY })).toMatchObject({
      ...{ focOn: WEDNESDAY, focTime: '10:00', estimatedOn: '2026-12-01', requestedOn: '2026-12-04' },
    });
  });

  it('to another time is for orders of more than 100 numbers, or for a lead with a note', () => {
    const move: Move = { to: 'confirmed', focOn: WEDNESDAY, focTime: time('13:30') };
    const because = 'Only orders of more than 100 numbers port at 1:30 PM; the others at 10:00 AM.';
    expect(problems({ ...ORDER, numbers: 100 }, move)).toEqual([['focTime', because]]);
    expect(becomes({ ...ORDER, numbers: 101 }, move).focTime).toBe('13:30');
    expect(problems(ORDER, { ...move, override: true }, LEAD)).toEqual([
      ['note', 'Say in a note why the date shall stand.'],
      ['focTime', because],
    ]);
    expect(problems(ORDER, { ...move, override: true, note: 'Agreed' })).toEqual([
      ['override', 'Only a lead can let such a date stand.'],
      ['focTime', because],
    ]);
    expect(becomes(ORDER, { ...move, override: true, note: 'Agreed' }, LEAD).focTime).toBe('13:30');
  });

  it.each([
    ['2026-11-23', '23 Nov 2026 is past.'],
    ['2026-11-28', '28 Nov 2026 is a Saturday: carriers do not port then.'],
    ['2026-11-29', '29 Nov 2026 is a Sunday: carriers do not port then.'],
    ['2026-11-26', '26 Nov 2026 is Thanksgiving Day: carriers do not port then.'],
  ])('to a FOC or EPD on %s is refused, but for a lead who says why', (date, because) => {
    const dated: Move = { to: 'confirmed', focOn: day(date) };
    const estimated: Move = { to: 'tentative-order-acceptance', estimatedOn: day(date) };
    expect(problems(ORDER, dated)).toEqual([['focOn', because]]);
    expect(problems(ORDER, estimated)).toEqual([['estimatedOn', because]]);
    for (const move of [dated, estimated]) {
      expect(problems(ORDER, { ...move, override: true, note: 'The carrier insists' }, LEAD)).toEqual([]);
    }
  });

  it('to today is no day too late', () => {
    expect(becomes(ORDER, { to: 'confirmed', focOn: day('2026-11-24') }).focOn).toBe('2026-11-24');
  });

  it('takes a submission or approval in the future from nobody', () => {
    const reviewed = { ...ORDER, detailedStatus: 'reviewed' } as const;
    const future = '25 Nov 2026 is in the future.';
    expect(problems(reviewed, { to: 'submitted', submittedOn: day('2026-11-25') })).toEqual([
      ['submittedOn', future],
    ]);
    expect(problems(TOLL_FREE, { to: 'accepted', approvedOn: day('2026-11-25') })).toEqual([
      ['approvedOn', future],
    ]);
  });

  it('to the carrier is dated today the first time, and keeps that date later; toll-free has none', () => {
    const reviewed = { ...ORDER, detailedStatus: 'reviewed', submittedOn: null } as const;
    expect(becomes(reviewed, { to: 'submitted' }).submittedOn).toBe('2026-11-24');
    expect(becomes({ ...SCHEDULED }, { to: 'submitted' }).submittedOn).toBe('2026-11-13');
    expect(becomes({ ...TOLL_FREE, detailedStatus: 'reviewed' }, { to: 'submitted' }).submittedOn).toBeNull();
  });

  it('takes a confirmed date away that was revoked or expired, and keeps it where it still tells', () => {
    for (const to of [
      'rejected',
      'submitted',
      'pending-carrier-response',
      'additional-info-required',
    ] as const) {
      expect(becomes(SCHEDULED, moveTo(to))).toMatchObject({
        focOn: null,
        focTime: null,
        estimatedOn: '2026-12-01',
      });
    }
    for (const to of ['completed', 'cancelled', 'closed-as-incomplete'] as const) {
      expect(becomes(SCHEDULED, moveTo(to))).toMatchObject({ focOn: WEDNESDAY, focTime: '10:00' });
    }
  });

  it('takes an approval away that was revoked', () => {
    const accepted = { ...TOLL_FREE, detailedStatus: 'accepted', approvedOn: day('2026-11-20') } as const;
    expect(becomes(accepted, moveTo('rejected')).approvedOn).toBeNull();
    expect(becomes(accepted, { to: 'completed' }).approvedOn).toBe('2026-11-20');
  });

  it('keeps the reject reason once it is answered', () => {
    const rejected = { ...ORDER, detailedStatus: 'rejected', rejectReason: 'PIN missing' } as const;
    expect(becomes(rejected, { to: 'additional-information-provided' }).rejectReason).toBe('PIN missing');
    expect(becomes(rejected, { to: 'completed' }).rejectReason).toBe('PIN missing');
  });

  it('stays in its status for a new date, and is nothing without one', () => {
    const later = day('2026-12-03');
    expect(becomes(SCHEDULED, { to: 'firm-order-confirmation', focOn: later })).toMatchObject({
      focOn: later,
      focTime: '10:00',
    });
    expect(decideMove(SCHEDULED, { to: 'firm-order-confirmation' }, AGENT)).toEqual({ kind: 'unchanged' });
    expect(becomes(ORDER, { to: 'submitted', estimatedOn: later }).estimatedOn).toBe(later);
    expect(problems(ORDER, { to: 'submitted' })).toEqual([['to', 'It is Submitted already.']]);
  });

  it('gives no type of order what it cannot have', () => {
    expect(problems(TOLL_FREE, { to: 'firm-order-confirmation', focOn: WEDNESDAY })).toEqual([
      ['to', 'Firm order confirmation is for local orders only.'],
    ]);
    expect(problems(ORDER, { to: 'accepted', approvedOn: day('2026-11-24') })).toEqual([
      ['to', 'Accepted is for toll-free orders only.'],
    ]);
    expect(
      problems(TOLL_FREE, { to: 'pending-carrier-response', focOn: WEDNESDAY }).map(([field]) => field),
    ).toContain('focOn');
    expect(
      problems({ ...ORDER, detailedStatus: 'reviewed' }, { to: 'submitted', approvedOn: day('2026-11-20') }),
    ).toEqual([['approvedOn', 'Only a toll-free order has an approved date.']]);
  });

  it('says every reason at once, and a way out of an illegal one', () => {
    expect(problems(ORDER, { to: 'waiting-for-loa' })).toEqual([
      [
        'to',
        'An order does not go from Submitted to Waiting for LOA. If it really happened, a lead can correct it.',
      ],
    ]);
    expect(
      problems(SCHEDULED, { to: 'confirmed', focOn: day('2026-11-28'), focTime: time('09:00') }).map(
        ([field]) => field,
      ),
    ).toEqual(['focOn', 'focTime']);
  });
});

describe('a correction', () => {
  const completed: OrderState = { ...SCHEDULED, detailedStatus: 'completed' };
  const back: Move = { to: 'pending-carrier-response', correction: true, note: 'It did not port' };

  it('is for leads, and needs its reason', () => {
    expect(problems(completed, back)).toEqual([['correction', 'Only a lead can correct an order.']]);
    expect(problems(completed, { ...back, note: ' ' }, LEAD)).toEqual([
      ['note', 'A correction needs its reason.'],
    ]);
    expect(becomes(completed, back, LEAD)).toMatchObject({
      detailedStatus: 'pending-carrier-response',
      focOn: null,
    });
    expect(problems(completed, { to: 'pending-carrier-response' }, LEAD)).toEqual([
      ['to', 'Completed is final: leaving it is a correction and needs a reason.'],
    ]);
  });

  it('tells what was: days that are past, at weekends or holidays, and any time', () => {
    const move: Move = { to: 'firm-order-confirmation', focOn: day('2026-11-22'), focTime: time('07:15') };
    expect(becomes(completed, { ...back, ...move }, LEAD)).toMatchObject({
      focOn: '2026-11-22',
      focTime: '07:15',
    });
  });

  it('makes no order what none can be', () => {
    const tollFree: OrderState = { ...TOLL_FREE, detailedStatus: 'completed' };
    expect(problems(tollFree, { ...back, to: 'confirmed' }, LEAD)).toEqual([
      ['to', 'Confirmed is for local orders only.'],
    ]);
  });
});

describe('an edit', () => {
  const order = { ...ORDER, caseNumber: '90001' };

  it('changes what is given, empties what is null, and leaves the rest', () => {
    const decision = decideEdit(
      order,
      { location: ' Fishers ', requestedOn: null, caseNumber: '90002' },
      AGENT,
    );
    expect(decision).toMatchObject({
      kind: 'change',
      caseNumber: '90002',
      after: { location: 'Fishers', requestedOn: null, estimatedOn: '2026-12-01' },
    });
    expect(decideEdit(order, { location: 'Carmel ', coordinator: '' }, AGENT)).toEqual({ kind: 'unchanged' });
  });

  it('holds an EPD to the days on which carriers port, but for a lead who says why', () => {
    const edit = { estimatedOn: day('2026-11-26') };
    expect(decideEdit(order, edit, AGENT)).toMatchObject({
      problems: [{ field: 'estimatedOn', overridable: true }],
    });
    expect(decideEdit(order, { ...edit, override: true, note: 'They work' }, AGENT).kind).toBe('refused');
    expect(decideEdit(order, { ...edit, override: true, note: 'They work' }, LEAD).kind).toBe('change');
  });

  it('never expedites a toll-free order, dates it by a wish, or writes a long case number', () => {
    const tollFree = { ...TOLL_FREE, caseNumber: null };
    expect(decideEdit(tollFree, { priority: 'expedite' }, LEAD)).toMatchObject({
      problems: [{ field: 'priority' }],
    });
    expect(decideEdit(tollFree, { requestedOn: WEDNESDAY }, LEAD)).toMatchObject({
      problems: [{ field: 'requestedOn' }],
    });
    expect(decideEdit(tollFree, { caseNumber: '9'.repeat(65) }, LEAD)).toMatchObject({
      problems: [{ field: 'caseNumber' }],
    });
  });
});

describe('what changed', () => {
  it('is told in one sentence, several changes of a field as one', () => {
    const merged = mergeChanges([
      [
        { field: 'detailedStatus', from: 'submitted', to: 'rejected' },
        { field: 'location', from: null, to: 'Carmel' },
      ],
      [
        { field: 'detailedStatus', from: 'rejected', to: 'confirmed' },
        { field: 'focOn', from: null, to: '2026-12-02' },
      ],
      [
        { field: 'location', from: 'Carmel', to: null },
        { field: 'estimatedOn', from: '2026-12-01', to: null },
      ],
    ]);
    expect(describeChanges(merged)).toBe(
      'detailed status from Submitted to Confirmed, FOC date 2 Dec 2026, EPD emptied, was 1 Dec 2026',
    );
  });
});
