'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { Link } from '#ui/link.tsx';
import { type Change, useQueue } from './use-queue.tsx';

type GoLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { change: Change };

/** A link to other orders of the desk: followed in place it keeps what is on the page until they are there. */
export function GoLink({ change, ...link }: GoLinkProps) {
  const { hrefOf, go } = useQueue();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(change);
  };
  return <Link {...link} href={hrefOf(change)} prefetch={false} scroll={false} onClick={follow} />;
}
