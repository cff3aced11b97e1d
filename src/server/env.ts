import { z } from 'zod';
import { isMailAddress, readMailbox } from '#domain/mail.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z
  .object({
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: hint('the Postgres to use, as postgresql://user:password@host:5432/database'),
    }),
    NEXTAUTH_SECRET: z
      .string({
        error: hint('at least 32 random characters that sign the sessions, as openssl rand -base64 32 makes'),
      })
      .min(32, 'is shorter than 32 characters'),
    SECRETS_KEY: z
      .string({
        error: hint(
          "at least 32 random characters that encrypt carriers' account numbers and PINs, as openssl rand -base64 32 makes",
        ),
      })
      .min(32, 'is shorter than 32 characters'),
    NEXTAUTH_URL: z.url({
      protocol: /^https?$/,
      error: hint('the address at which people reach the portal, as https://portal.example.com'),
    }),
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: hint('the address of the OpenID Connect provider') })
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    TRUST_PROXY: z.coerce
      .number({ error: hint('how many proxies of ours pass requests on, 0 for none') })
      .int('is not a whole number')
      .min(0, 'is below 0')
      .max(9, 'is above 9')
      .default(0),
    SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: hint('the mail server that takes our mails, as smtp://user:password@mail.example.com:587'),
      })
      .optional(),
    MAIL_FROM: z
      .string()
      .refine((text) => readMailbox(text) !== null, {
        error: 'is not the sender of our mails, as Porting portal <portal@example.com>',
      })
      .optional(),
    PORTING_TEAM_EMAIL: z
      .string()
      .trim()
      .refine(isMailAddress, { error: "is not the porting team's address, as porting@example.com" })
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: hint(`one of ${LOG_LEVELS.join(', ')}`) }).default('info'),
    PORT: z.coerce
      .number({ error: hint('a port from 1 to 65535') })
      .int('is not a whole number')
      .min(1, 'is below 1')
      .max(65_535, 'is above 65535')
      .default(3000),
  })
  .superRefine((env, context) => {
    const missing = (name: keyof typeof env, message: string) => {
      if (env[name] === undefined) context.addIssue({ code: 'custom', path: [name], message });
    };
    const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
    if (oidc.some((name) => env[name] !== undefined)) {
      for (const name of oidc) missing(name, 'is not set, although other OIDC variables are');
    }
    if (env.SMTP_URL !== undefined) {
      missing('MAIL_FROM', 'is not set, although SMTP_URL is: the sender of our mails');
      missing('PORTING_TEAM_EMAIL', 'is not set, although SMTP_URL is: who gets what partners write');
    }
  })
  // Where no mail leaves the portal, what partners write goes to an address that nobody needs to have.
  .transform((env) => ({
    ...env,
    PORTING_TEAM_EMAIL: env.PORTING_TEAM_EMAIL ?? `porting@${new URL(env.NEXTAUTH_URL).hostname}`,
  }));

export type Environment = z.infer<typeof schema>;

/** The environment is not one that the server can run in. Its message names every variable that is missing or wrong. */
export class InvalidEnvironment extends Error {}

let known: Environment | undefined;

/** The process's environment, checked once. Throws InvalidEnvironment. Values are never part of the message. */
export function environment(): Environment {
  known ??= parseEnvironment(process.env);
  return known;
}

/** Checks variables that come as text; an empty one counts as not set. Throws InvalidEnvironment. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new InvalidEnvironment(`The environment is incomplete:\n${lines.join('\n')}`);
}

function hint(meaning: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? `is not set: ${meaning}` : `is not ${meaning}`;
}
