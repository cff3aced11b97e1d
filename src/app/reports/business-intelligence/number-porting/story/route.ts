import { sendStory } from '#features/report/story/send-story.ts';
import { route } from '#server/route.ts';

/** The story of one row, for the page that shows the report: `?row=512353-4155550140`. */
export const GET = route('report story', sendStory);
