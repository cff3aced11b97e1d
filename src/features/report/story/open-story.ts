import { counted } from '#domain/counted.ts';
import 'server-only';
import type { HistoryEntry } from '#data/orders/engine/history.ts';
import { readStory } from '#data/story/read-story.ts';
import type { Story, StoryOrder } from '#data/story/story.ts';
import { whyUnsafe } from '#domain/assignment.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import { caseMailto } from '#domain/case-mail.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import type { ColumnKey } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import { actorWords, eventTitle } from '#domain/event-title.ts';
import { nextStep, turnWords } from '#domain/next-step.ts';
import { CHANGE_LABELS } from '#domain/order-changes.ts';
import { orderDates } from '#domain/order-dates.ts';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';
import { may } from '#domain/permissions.ts';
import { readiness } from '#domain/ready-to-assign.ts';
import { requestStatus } from '#domain/request-status.ts';
import { DETAILED_FACTS, isOpen, parseDetailedStatus, statusOf } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { environment } from '#server/env.ts';
import type { RowRef } from '../row-ref.ts';
import type { StoryAssignmentView, StoryEventView, StoryOrderView, StoryView } from './story-view.ts';

/** Events that cross to the browser. */
const EVENTS = 60;

/** Opens the story of one row of a partner's report. Throws NotFound for strangers and for a row that is not there. */
export async function openStory(
  viewer: Viewer,
  partner: { id: number },
  { requestId, phone }: RowRef,
  now: Date,
): Promise<StoryView> {
  const story = await readStory(viewer, { partner, requestId, phone }, now);
  const { row, reason, numbers, history } = story;
  const type = row.tollFree ? ('toll-free' as const) : ('local' as const);
  const facts = { ...row, type };
  const overall = requestStatus(story.request);
  const own = story.orders.find(({ id }) => id === row.orderId);
  const others = own?.phones.map((each) => each.phone).filter((each) => each !== phone) ?? [];
  return {
    row,
    numbers,
    turn: {
      ...nextStep(facts, reason, story.repliedAt !== null),
      words: turnWords(row.detailedStatus, {
        reader: viewer.role === 'partner' ? 'partner' : 'porting-team',
        reason,
        replied: story.repliedAt !== null,
      }),
      since: formatMoment(story.statusSince),
      age: story.age === 0 ? 'today' : counted(story.age, 'business day'),
    },
    repliedAt: story.repliedAt && formatMoment(story.repliedAt),
    dates: orderDates(facts, pacificDate(now)),
    ready: readiness(facts),
    request: {
      status: overall?.status ?? row.status,
      summary: overall?.summary ?? '',
      numbers: story.request.reduce((sum, each) => sum + each.numbers, 0),
    },
    orders: story.orders.map((order) => orderView(order, row.orderId)),
    moreOrders: story.request.length - story.orders.length,
    history: history.slice(0, EVENTS).map((event) => eventView(event, viewer)),
    moreHistory: history.length > EVENTS,
    assignment: assignmentView(story, type),
    mailto: caseMailto(environment().PORTING_TEAM_EMAIL, { ...row, numbers, phones: [phone, ...others] }),
    answers: may(viewer, 'orders.answer'),
    shares: may(viewer, 'requests.share'),
  };
}

function orderView(order: StoryOrder, ownId: number): StoryOrderView {
  const { id, numbers, type, detailedStatus } = order;
  const { ready } = readiness(order);
  return {
    ...{ id, numbers, own: id === ownId, tollFree: type === 'toll-free' },
    status: statusOf(detailedStatus),
    label: DETAILED_FACTS[detailedStatus].label,
    date: dateOf(order),
    phones: order.phones.map(({ phone, assigned }) => ({
      phone,
      note: assigned ? 'Assigned' : ready ? 'Ready to assign' : null,
    })),
  };
}

function dateOf({ detailedStatus, focOn, focTime, estimatedOn }: StoryOrder): string | null {
  if (focOn) return `${formatCalendarDate(focOn)}${focTime ? `, ${formatClockTime(focTime)} PT` : ''}`;
  if (!estimatedOn || !isOpen(detailedStatus)) return null;
  return `EPD ${formatCalendarDate(estimatedOn)}`;
}

function eventView(event: HistoryEntry, viewer: Viewer): StoryEventView {
  const to = event.changes.find(({ field }) => field === 'detailedStatus')?.to;
  const detailed = typeof to === 'string' ? parseDetailedStatus(to) : null;
  const mine = event.kind === 'message' && viewer.role === 'partner' && event.actor === viewer.name;
  return {
    id: event.id,
    at: formatMoment(event.at),
    instant: event.at.toISOString(),
    title: mine ? 'You wrote' : eventTitle(event),
    actor: actorWords(event.actor),
    status: detailed && statusOf(detailed),
    kind: event.kind === 'message' || event.kind === 'note' ? event.kind : 'other',
    changes: event.changes
      .filter(({ field }) => !TOLD_OTHERWISE.has(field))
      .map(({ field, from, to: after }) => ({
        label: CHANGE_LABELS[field] ?? field,
        from: displayValue(field as ColumnKey, from as string | null),
        to: displayValue(field as ColumnKey, after as string | null),
      })),
    note: event.note,
    attachments: event.attachments,
  };
}

/** The title says the status, and which order numbers went to or came from. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['detailedStatus', 'order']);

function assignmentView({ assignment, row }: Story, type: 'local' | 'toll-free'): StoryAssignmentView | null {
  if (!assignment) return null;
  return {
    since: `${formatMoment(assignment.at)}, by ${assignment.actor}`,
    assignedTo: assignment.assignedTo,
    unsafe: whyUnsafe(assignment.focOn, { ...row, type }),
  };
}
