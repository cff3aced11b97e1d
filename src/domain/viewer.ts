declare const minted: unique symbol;

/** Who asks. Carried as the first argument of every function of `data/`; only a session or a named system actor mints one. */
export type Viewer = ViewerFacts & { readonly [minted]: true };

export type ViewerFacts = PartnerViewer | EndUserViewer | StaffViewer | SystemViewer;

type Person = { userId: string; email: string; name: string };
export type PartnerViewer = Person & { role: 'partner'; partnerId: number };
export type EndUserViewer = Person & { role: 'end-user'; partnerId: number; accountId: string };
export type StaffViewer = Person & { role: 'agent' | 'lead' };
export type SystemViewer = {
  role: 'system';
  actor: 'import' | 'seed' | 'sign-in' | 'users' | 'mail' | 'link';
};

export const USER_ROLES = ['partner', 'end-user', 'agent', 'lead'] as const;
export type UserRole = (typeof USER_ROLES)[number];
export type Role = ViewerFacts['role'];

/** Turns checked facts into a Viewer. Called by `server/viewer.ts` (from the session) and `data/system-actor.ts` alone; a test holds it to that. */
export function mintViewer(facts: ViewerFacts): Viewer {
  return facts as Viewer;
}

/** The name under which a viewer's acts are recorded. */
export function actorName(viewer: Viewer): string {
  return viewer.role === 'system' ? `system: ${viewer.actor}` : viewer.name;
}
