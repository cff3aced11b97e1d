'use client';

import { useState } from 'react';
import type { ListedUser } from '#data/users/listed-user.ts';
import control from '#ui/control.module.css';
import { FormProblem } from '../field.tsx';
import { AskFirst, Unfold } from '../unfold.tsx';
import { useChange } from '../use-change.ts';
import { disable, resetByLink } from './actions.ts';
import { LinkOnce } from './link-once.tsx';
import type { PartnerChoice } from './place-fields.tsx';
import type { GivenLink } from './place-schema.ts';
import { RenameForm, RoleForm } from './user-forms.tsx';
import styles from './users.module.css';

/** What can be done to a user. Of oneself, nothing that would lock one out. */
export function UserActs({
  user,
  self,
  partners,
}: {
  user: ListedUser;
  self: boolean;
  partners: readonly PartnerChoice[];
}) {
  const [link, setLink] = useState<GivenLink | null>(null);
  const { change, pending, refusal } = useChange();
  const { email, name, access } = user;
  const enable = () => change(() => disable({ email, disabled: false }));
  const reset = () => change(() => resetByLink({ email }), setLink);
  const shutOut = () => change(() => disable({ email, disabled: true }));
  return (
    <>
      <div className={styles.acts}>
        <FormProblem refusal={refusal} fields={[]} />
        <Unfold label="Rename">{(close) => <RenameForm email={email} was={name} onClose={close} />}</Unfold>
        {self ? (
          <p>This is you. Another lead can change your role, reset your password or disable you.</p>
        ) : (
          <>
            <Unfold label="Change role">
              {(close) => <RoleForm user={user} partners={partners} onClose={close} />}
            </Unfold>
            {access === 'disabled' && (
              <button type="button" className={control.button} aria-busy={pending} onClick={enable}>
                Enable
              </button>
            )}
            {access !== 'disabled' && (
              <>
                <AskFirst
                  key={`reset ${link?.url}`}
                  label={access === 'active' ? 'Reset password' : 'Make a new link'}
                  question={
                    access === 'active'
                      ? `The password stops working and ${name} is signed out everywhere. You get a link by which to choose a new one.`
                      : 'The link that was sent stops working. You get a new one.'
                  }
                  yes={access === 'active' ? 'Reset it' : 'Make it'}
                  pending={pending}
                  onYes={reset}
                />
                <AskFirst
                  label="Disable"
                  question={`${name} is signed out everywhere at once and cannot sign in until enabled again.`}
                  yes={`Disable ${name}`}
                  pending={pending}
                  onYes={shutOut}
                />
              </>
            )}
          </>
        )}
      </div>
      {link && (
        <div className={styles.linkPlace}>
          <LinkOnce link={link} onClose={() => setLink(null)} />
        </div>
      )}
    </>
  );
}
