'use client';

import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '#domain/counted.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { isOpen } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { AddNumbers } from './add-numbers.tsx';
import { ChosenNumbers } from './chosen-numbers.tsx';
import { NumberList } from './number-list.tsx';
import screen from './order-screen.module.css';
import type { OrderView } from './order-view.ts';
import { PasteChoice } from './paste-choice.tsx';

/** The numbers of the order: ticked or pasted, they are split off, moved or taken out; others are added. */
export function NumbersCard({ view }: { view: OrderView }) {
  const { order } = view;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const [base, setBase] = useState(order.version);
  const [opened, setOpened] = useState<'paste' | 'add' | null>(null);
  const open = isOpen(order.detailedStatus);
  // A number that went elsewhere meanwhile is chosen no more, unless it may stand beyond those that are listed.
  const whole = order.numbers <= order.phones.length;
  const still = whole ? new Set(order.phones.filter((phone) => chosen.has(phone))) : chosen;

  const choose = (phones: ReadonlySet<string>) => {
    if (chosen.size === 0) setBase(order.version);
    setChosen(phones);
  };
  const toggle = (panel: 'paste' | 'add') => setOpened(opened === panel ? null : panel);
  const clear = () => setChosen(NONE);

  return (
    <section className={screen.card} aria-labelledby="numbers-title">
      <div className={screen.head}>
        <h2 id="numbers-title">
          Numbers <small>{count(order.numbers)}</small>
        </h2>
        {open ? (
          <div className={screen.buttons}>
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              aria-expanded={opened === 'paste'}
              onClick={() => toggle('paste')}
            >
              <IconClipboardList size={16} stroke={1.75} aria-hidden="true" />
              Paste a list to choose
            </button>
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              aria-expanded={opened === 'add'}
              onClick={() => toggle('add')}
            >
              <IconPlus size={16} stroke={1.75} aria-hidden="true" />
              Add numbers
            </button>
          </div>
        ) : (
          <p className={screen.quiet}>The order is closed: its numbers stay as they are.</p>
        )}
      </div>
      {open && opened === 'paste' && (
        <PasteChoice
          order={order}
          onChoose={(phones) => {
            choose(new Set([...still, ...phones]));
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {open && opened === 'add' && <AddNumbers view={view} onClose={() => setOpened(null)} />}
      <NumberList order={order} chosen={still} onChoose={open ? choose : null} />
      {still.size > 0 && (
        <ChosenNumbers
          view={view}
          phones={[...still].toSorted() as PhoneNumber[]}
          base={base}
          onDone={clear}
        />
      )}
    </section>
  );
}

const NONE: ReadonlySet<string> = new Set();
