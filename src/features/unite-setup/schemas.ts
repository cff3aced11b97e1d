import { z } from 'zod';
import { FIELD_LENGTH, PASTED_LENGTH, SECRET_LENGTH, TIMINGS } from '#domain/setup.ts';

/** A line of text, without what no line has; blank when there is nothing in it. */
function line(longest: number) {
  return z
    .string()
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(z.string().max(longest, `Keep it to ${longest} characters.`));
}

const Optional = line(FIELD_LENGTH).transform((text) => (text === '' ? null : text));

/** Step 1 as it is typed. */
export const DetailsSchema = z.object({
  company: line(FIELD_LENGTH).pipe(z.string().min(1, 'Name the company that the account is for.')),
  username: line(FIELD_LENGTH).pipe(
    z.string().min(1, 'Choose a username for the account.').regex(/^\S+$/, 'A username has no blanks.'),
  ),
  contactName: line(FIELD_LENGTH).pipe(z.string().min(1, 'Name somebody whom we can ask.')),
  contactEmail: line(FIELD_LENGTH).pipe(z.email('This is not an email address.')),
  contactPhone: Optional,
});

/** A secret as it is typed; null takes it away. */
const SecretSchema = line(SECRET_LENGTH)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .optional();

/** A transfer as it is typed. */
export const TransferSchema = z.object({
  carrier: line(FIELD_LENGTH),
  serviceAddress: Optional,
  authorisedName: Optional,
  timing: z.enum(TIMINGS).nullable(),
  pasted: z
    .string()
    .max(PASTED_LENGTH, 'The list is too long: part it into several transfers.')
    // Postgres holds any character but this one.
    .transform((text) => text.replaceAll('\0', ' ')),
  accountNumber: SecretSchema,
  pin: SecretSchema,
});

export const IdSchema = z.number().int().positive();
