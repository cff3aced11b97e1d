import type { Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { MoveContext } from '#domain/moves.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer, ViewerFacts } from '#domain/viewer.ts';
import type { Query, Scope } from '../../tenant.ts';

/** The porting team's scope: all partners. */
export const STAFF: Scope = { role: 'portal_staff' };

type Agent = Extract<ViewerFacts, { role: 'agent' | 'lead' }>;

/** The person of the porting team who acts; whoever else got past the gate finds nothing. */
export function agentOf(actor: Viewer): Agent {
  if (actor.role !== 'agent' && actor.role !== 'lead') throw new NotFound('desk');
  return actor;
}

/** What a decision needs to know beside the order. */
export async function readContext(query: Query, actor: Viewer, today: CalendarDate): Promise<MoveContext> {
  const days = await query<{ day: CalendarDate; name: string }>('SELECT day, name FROM holiday');
  const holidays: Holidays = new Map(days.map(({ day, name }) => [day, name]));
  return { role: actor.role, today, holidays };
}
