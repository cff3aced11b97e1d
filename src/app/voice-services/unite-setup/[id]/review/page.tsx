import type { Metadata } from 'next';
import { SETUP_TITLE } from '#features/unite-setup/frame.tsx';
import { openReview } from '#features/unite-setup/review/open-review.ts';
import { ReviewStep } from '#features/unite-setup/review/review-step.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';
import { reportOfSetup } from '../../../report-of-setup.ts';

export const metadata: Metadata = { title: `Review · ${SETUP_TITLE}` };

export default async function SetupReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const review = await found(openReview(viewer, (await params).id));
  return <ReviewStep review={review} report={reportOfSetup(review)} />;
}
