'use server';

import { z } from 'zod';
import type { Undone } from '#data/orders/act.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { type ActionResult, act } from '#server/action.ts';

/** Puts back what an act of the viewer's own did, within 30 seconds. */
export async function undo(actId: string): Promise<ActionResult<Undone>> {
  return act('undo', z.uuid(), actId, (viewer, id) => undoAct(viewer, id, new Date()));
}
