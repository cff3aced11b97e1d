import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import { hasSingleSignOn, SINGLE_SIGN_ON } from '#server/auth.ts';
import { Brand } from '#ui/brand.tsx';
import { ColorSchemeMenu } from '#ui/color-scheme-menu.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { SingleSignOn } from './single-sign-on.tsx';

/** The whole sign-in page. `returnTo` is a path of ours; `error` is the code that the way here ended with. */
export function SignInScreen({ returnTo, error }: { returnTo: string; error: string | undefined }) {
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <div className={styles.top}>
          <Brand />
          <ColorSchemeMenu />
        </div>
        <SignInForm callbackUrl={returnTo} problem={error && problemOf(error)}>
          {hasSingleSignOn() && <SingleSignOn provider={SINGLE_SIGN_ON} returnTo={returnTo} />}
        </SignInForm>
      </div>
      <aside className={styles.legendSide} aria-label="What the statuses mean">
        <div>
          <h2>Six statuses, each with one meaning</h2>
          <ul className={styles.legend}>
            {STATUSES.map((status) => (
              <li key={status}>
                <StatusGlyph status={status} />
                <b>{STATUS_FACTS[status].label}</b>
                <span>{STATUS_FACTS[status].meaning}</span>
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </main>
  );
}

function problemOf(error: string): string {
  if (error === 'no-account') {
    return 'Your sign-on worked, but its email address is not one of a user here. Ask the porting team for access.';
  }
  return 'Signing in did not work. Try again, or use your email and password.';
}
