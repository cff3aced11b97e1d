'use client';

import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import control from '#ui/control.module.css';
import { EditForm } from './edit-form.tsx';
import { Facts } from './facts.tsx';
import screen from './order-screen.module.css';
import type { OrderView } from './order-view.ts';

/** All fields of the order; what may be edited is edited in their place. */
export function FactsCard({ view }: { view: OrderView }) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // The button is there again after this render, and is where the work came from.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <section className={screen.card} aria-labelledby="facts-title">
      <div className={screen.head}>
        <h2 id="facts-title">{editing ? 'Edit the order' : 'Order'}</h2>
        {!editing && (
          <button
            ref={button}
            type="button"
            className={`${control.button} ${control.small}`}
            data-key="e"
            onClick={() => setEditing(true)}
          >
            <IconPencil size={16} stroke={1.75} aria-hidden="true" />
            Edit
          </button>
        )}
      </div>
      {editing ? <EditForm view={view} onClose={close} /> : <Facts view={view} />}
    </section>
  );
}
