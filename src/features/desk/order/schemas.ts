import { z } from 'zod';
import type { OrderEdit } from '#domain/order-edits.ts';
import { PRIORITIES } from '#domain/priority.ts';
import { DateSchema, TextSchema } from '../move/move-schema.ts';

/** An order and the version of it that the page showed. */
export const SeenOrderSchema = z.object({
  partnerId: z.number().int().positive(),
  orderId: z.number().int().positive(),
  version: z.number().int().positive(),
});

/** Telephone numbers as a browser sends them; the verb names those that are none. */
export const PhonesSchema = z
  .array(z.string().max(40))
  .min(1, 'Choose numbers first.')
  .max(20_000, 'At most 20,000 numbers at once.');

/** What is edited of an order. */
export const OrderEditSchema: z.ZodType<OrderEdit> = z.strictObject({
  location: TextSchema.nullable().optional(),
  coordinator: TextSchema.nullable().optional(),
  estimatedOn: DateSchema.nullable().optional(),
  requestedOn: DateSchema.nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
  caseNumber: TextSchema.nullable().optional(),
  note: TextSchema.optional(),
  override: z.boolean().optional(),
});
