import { hasSingleSignOn, SINGLE_SIGN_ON } from '#server/auth.ts';
import { EntryPage } from '#ui/entry-page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SingleSignOn } from './single-sign-on.tsx';

/**
 * The whole sign-in page. `returnTo` is a path of ours; `error` is the code that the way here ended with; `chosen` says
 * that a password was chosen just now.
 */
export function SignInScreen({
  returnTo,
  error,
  chosen,
}: {
  returnTo: string;
  error: string | undefined;
  chosen: boolean;
}) {
  return (
    <EntryPage>
      <SignInForm callbackUrl={returnTo} problem={error && problemOf(error)} chosen={chosen}>
        {hasSingleSignOn() && <SingleSignOn provider={SINGLE_SIGN_ON} returnTo={returnTo} />}
      </SignInForm>
    </EntryPage>
  );
}

function problemOf(error: string): string {
  if (error === 'no-account') {
    return 'Your sign-on worked, but its email address is not one of a user here. Ask the porting team for access.';
  }
  return 'Signing in did not work. Try again, or use your email and password.';
}
