import { waitInWords } from '#domain/wait.ts';
import type { Opened } from '#server/invitation.ts';
import { PASSWORD_MIN } from '#server/password.ts';
import entry from '#ui/entry-form.module.css';
import { EntryPage } from '#ui/entry-page.tsx';
import { ChooseForm } from './choose-form.tsx';
import { NO_LINK } from './sentences.ts';

/** What a one-time link opens: the form that chooses a password, or the sentence that there is none to choose. */
export function InvitationScreen({ opened, token }: { opened: Opened; token: string }) {
  if (opened.kind === 'open') {
    return (
      <EntryPage>
        <ChooseForm token={token} least={PASSWORD_MIN} {...opened.invitation} />
      </EntryPage>
    );
  }
  const tooMany = opened.kind === 'too-many';
  return (
    <EntryPage>
      <div className={entry.form}>
        <h1>{tooMany ? 'Too many attempts' : 'This link does not work'}</h1>
        <p>{tooMany ? `Try again in ${waitInWords(opened.waitMs)}.` : NO_LINK}</p>
      </div>
    </EntryPage>
  );
}
