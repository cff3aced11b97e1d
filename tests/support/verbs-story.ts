import { answerOrder } from '#data/orders/answer-order.ts';
import { handleReplies } from '#data/orders/handle-replies.ts';
import { readStory } from '#data/story/read-story.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { NOW, refOf } from './desk.ts';
import { makeOrder } from './factories.ts';
import type { Outcome, Person, Verb } from './verbs.ts';

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};

/** One number's story, what its partner answers, and that the porting team has dealt with it. */
export const STORY_VERBS: Record<string, Verb> = {
  'story/read-story.ts readStory': {
    call: (viewer, { partner, order }) => {
      const [phone] = order.phones as PhoneNumber[];
      const number = { partner, requestId: order.request.id, phone: phone as PhoneNumber };
      return readStory(viewer, number, NOW);
    },
    marks: ({ marks }) => marks,
    outcomes: {
      ...NOBODY,
      "the partner's own user": 'sees',
      'a porting agent': 'sees',
      'a porting lead': 'sees',
    },
  },
  'orders/answer-order.ts answerOrder': {
    // Of another account, so that the world's own order stays as it was made.
    call: async (viewer, { neighbour }) => {
      const order = await makeOrder({ account: neighbour, numbers: 1 });
      const [phone] = order.phones as PhoneNumber[];
      const answer = { orderId: order.id, phone: phone as PhoneNumber, text: 'Any news?', files: [] };
      return answerOrder(viewer, { ...answer, mailTo: 'porting@example.com' }, NOW);
    },
    marks: ({ marks }) => marks,
    outcomes: { ...NOBODY, "the partner's own user": 'may' },
  },
  'orders/handle-replies.ts handleReplies': {
    call: async (viewer) => {
      const order = await makeOrder({ numbers: 1 });
      return handleReplies(viewer, { order: refOf(order), seen: 0 }, NOW);
    },
    marks: ({ marks }) => marks,
    outcomes: { ...NOBODY, 'a porting agent': 'may', 'a porting lead': 'may' },
  },
};

/** Modules of the story whose functions are handed their transaction, or ask nothing. */
export const STORY_PLUMBING = ['story/engine'];
