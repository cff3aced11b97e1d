import { describe, expect, it } from 'vitest';
import { nextStep, turnWords } from '#domain/next-step.ts';
import { REJECT_TURNS } from '#domain/reject-reason.ts';
import { DETAILED_STATUSES, statusOf } from '#domain/status.ts';

const NO_REASON = { reader: 'partner', reason: null, replied: false } as const;

describe('what is needed next', () => {
  it.each(DETAILED_STATUSES)(
    '%s asks something of the partner only while it waits for the partner',
    (detailedStatus) => {
      for (const type of ['local', 'toll-free'] as const) {
        const { todo, asks } = nextStep({ detailedStatus, type }, null);
        expect(asks).toBe(statusOf(detailedStatus) === 'waiting-for-you');
        expect(todo).toMatch(/[.]$/);
      }
    },
  );

  it('tells every open status what comes after it, and a closed one nothing', () => {
    for (const detailedStatus of DETAILED_STATUSES) {
      const closed = ['completed', 'cancelled'].includes(statusOf(detailedStatus));
      expect(nextStep({ detailedStatus, type: 'local' }, null).after === null, detailedStatus).toBe(closed);
    }
  });

  it('is what the reject reason asks for, and asks nothing where the partner can do nothing', () => {
    const order = { detailedStatus: 'rejected', type: 'local' } as const;
    for (const turn of REJECT_TURNS) {
      const step = nextStep(order, { nextStep: 'Send the bill.', turn });
      expect(step).toMatchObject({ todo: 'Send the bill.', asks: turn === 'partner' });
    }
    // A reason that was answered long ago asks for nothing any more.
    const later = nextStep(
      { detailedStatus: 'submitted', type: 'local' },
      { nextStep: 'Send the bill.', turn: 'partner' },
    );
    expect(later.todo).toBe('Nothing is needed from you.');
  });

  it('does not say that an answer went to the carrier before the porting team has read it', () => {
    const order = { detailedStatus: 'additional-information-provided', type: 'local' } as const;
    expect(nextStep(order, null).meaning).toMatch('went to the carrier');
    expect(nextStep(order, null, true).meaning).toBe('Your answer is with the porting team.');
  });

  it('never speaks of a date that a carrier agrees to where the order is toll-free', () => {
    for (const detailedStatus of ['submitted', 'pending-carrier-response'] as const) {
      expect(nextStep({ detailedStatus, type: 'toll-free' }, null).after).not.toMatch(/date|day/);
    }
  });
});

describe('whose turn it is', () => {
  it('is said to whoever reads it', () => {
    expect(turnWords('rejected', NO_REASON)).toBe('It is your turn');
    expect(turnWords('rejected', { ...NO_REASON, reader: 'porting-team' })).toBe('It is the partner’s turn');
  });

  it('is not the partner’s where the reject reason is for somebody else', () => {
    const reason = { nextStep: 'Nothing.', turn: 'carrier' } as const;
    expect(turnWords('rejected', { ...NO_REASON, reason })).toBe('It is the carrier’s turn');
    expect(turnWords('rejected', { ...NO_REASON, reason: { ...reason, turn: 'porting-team' } })).toBe(
      'It is the porting team’s turn',
    );
  });

  it('is the porting team’s as long as it has not dealt with an answer', () => {
    expect(turnWords('additional-information-provided', { ...NO_REASON, replied: true })).toBe(
      'It is the porting team’s turn',
    );
    expect(turnWords('additional-information-provided', NO_REASON)).toBe('It is the carrier’s turn');
  });
});
