import type { Metadata } from 'next';
import { listRejectReasons } from '#data/reject-reasons/list-reject-reasons.ts';
import { ReasonScreen } from '#features/desk/admin/reasons/reason-screen.tsx';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Reject reasons' };

export default async function RejectReasonsPage() {
  const viewer = await requireViewer();
  const [offered, retired] = await found(
    Promise.all([listRejectReasons(viewer), listRejectReasons(viewer, { retired: true })]),
  );
  return <ReasonScreen offered={offered} retired={retired} />;
}
