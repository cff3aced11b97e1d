'use client';

import dynamic from 'next/dynamic';

const load = () => import('./story-drawer.tsx');

/** One number's story beside the report. It comes along when it is first wanted: the report does not wait for it. */
export const Story = dynamic(() => load().then(({ StoryDrawer }) => StoryDrawer));

/** Fetches the story's code ahead of the click. */
export function nearStory(): void {
  void load();
}
