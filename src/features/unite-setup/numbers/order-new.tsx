'use client';

import { IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useId, useRef, useState, useTransition } from 'react';
import { counted } from '#domain/counted.ts';
import { wantedInWords } from '#domain/number-order.ts';
import { formatPhoneNumber, TOLL_FREE_AREA_CODES } from '#domain/phone-number.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import card from '../card.module.css';
import type { NumberOrderView } from '../setup-view.ts';
import { orderNew, removeNumberOrder } from '../submit-actions.ts';
import { listed, problemInWords, UNREACHED } from '../words.ts';
import styles from './order-new.module.css';

type OrderNewProps = {
  setupId: number;
  orders: readonly NumberOrderView[];
  onOrders: (orders: readonly NumberOrderView[]) => void;
};

type Problem = { field: string; because: string };

/** Asks for new numbers, local or toll-free, and shows what has become of those that were asked for. */
export function OrderNew({ setupId, orders, onOrders }: OrderNewProps) {
  const id = useId();
  const [kind, setKind] = useState<'local' | 'toll-free'>('local');
  const [place, setPlace] = useState('');
  const [prefix, setPrefix] = useState('');
  const [quantity, setQuantity] = useState('1');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState<{ text: string; undo: NumberOrderView | null }>(NOTHING);
  const [pending, begin] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const tollFree = kind === 'toll-free';

  const ask = (wanted: { tollFree: boolean; place: string; quantity: string }) =>
    begin(async () => {
      const result = await orderNew({ setupId, ...wanted }).catch(() => null);
      if (!result?.ok)
        return setProblems([{ field: 'form', because: result ? problemInWords(result.problem) : UNREACHED }]);
      const { value } = result;
      if (value.kind === 'problems') {
        setProblems(value.problems);
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
        return;
      }
      onOrders([...orders, value.order]);
      setPlace('');
      setQuantity('1');
      setSaid({ text: `${inWords(value.order)} added.`, undo: null });
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setProblems([]);
    ask({ tollFree, place: tollFree ? prefix : place, quantity });
  };
  const remove = (order: NumberOrderView) =>
    begin(async () => {
      const result = await removeNumberOrder({ setupId, id: order.id }).catch(() => null);
      if (!result?.ok)
        return setProblems([{ field: 'form', because: result ? problemInWords(result.problem) : UNREACHED }]);
      onOrders(orders.filter((one) => one.id !== order.id));
      setSaid({ text: `${inWords(order)} taken out.`, undo: order });
    });
  const problem = (name: string) => problems.find(({ field }) => field === name)?.because;
  const invalid = (name: string) =>
    problem(name)
      ? ({ 'aria-invalid': true, 'data-invalid': '', 'aria-describedby': `${id}-${name}-problem` } as const)
      : {};

  return (
    <section className={card.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Order new numbers</h2>
      <p className={card.lead}>
        For lines that have no number yet, or while transferred ones are still on their way. The porting team
        assigns them after you submit.
      </p>
      <form ref={form} className={styles.form} aria-label="Order new numbers" noValidate onSubmit={submit}>
        <fieldset className={control.field}>
          <legend className={`${control.label} ${styles.legend}`}>Kind</legend>
          <div className={control.segments}>
            {(['local', 'toll-free'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={`${id}-kind`}
                  checked={kind === one}
                  onChange={() => setKind(one)}
                />
                {one === 'local' ? 'Local' : 'Toll-free'}
              </label>
            ))}
          </div>
        </fieldset>
        {tollFree ? (
          <div className={`${control.field} ${styles.place}`}>
            <label className={control.label} htmlFor={`${id}-prefix`}>
              Prefix
            </label>
            <select
              id={`${id}-prefix`}
              className={control.input}
              value={prefix}
              onChange={(event) => setPrefix(event.currentTarget.value)}
            >
              <option value="">Any prefix</option>
              {TOLL_FREE_AREA_CODES.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          </div>
        ) : (
          <div className={`${control.field} ${styles.place}`}>
            <label className={control.label} htmlFor={`${id}-place`}>
              City or area code
            </label>
            <div className={control.input} data-invalid={problem('place') ? '' : undefined}>
              <IconSearch size={16} stroke={1.75} aria-hidden="true" />
              <input
                id={`${id}-place`}
                value={place}
                placeholder="919, Raleigh NC"
                autoComplete="off"
                maxLength={120}
                {...invalid('place')}
                onChange={(event) => setPlace(event.currentTarget.value)}
              />
            </div>
          </div>
        )}
        <div className={`${control.field} ${styles.quantity}`}>
          <label className={control.label} htmlFor={`${id}-quantity`}>
            How many
          </label>
          <input
            id={`${id}-quantity`}
            className={control.input}
            value={quantity}
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            {...invalid('quantity')}
            onChange={(event) => setQuantity(event.currentTarget.value)}
          />
        </div>
        <button type="submit" className={control.button} aria-busy={pending}>
          Add to the order
        </button>
      </form>
      {['place', 'quantity', 'form'].map((name) =>
        problem(name) ? (
          <p key={name} id={`${id}-${name}-problem`} className={control.error} role="alert">
            {problem(name)}
          </p>
        ) : null,
      )}
      {orders.length > 0 && (
        <ul className={styles.orders} aria-label="New numbers">
          {orders.map((order) => (
            <Order key={order.id} order={order} onRemove={() => remove(order)} />
          ))}
        </ul>
      )}
      <p className={said.undo ? styles.said : 'pp-vh'} aria-live="polite">
        {said.text}{' '}
        {said.undo && (
          <button
            type="button"
            className={styles.undo}
            onClick={() => said.undo && ask(askedAgain(said.undo))}
          >
            Undo
          </button>
        )}
      </p>
    </section>
  );
}

const NOTHING = { text: '', undo: null };

function Order({ order, onRemove }: { order: NumberOrderView; onRemove: () => void }) {
  const { state, phones, because, decided } = order;
  return (
    <li data-state={state}>
      <div>
        <b>{inWords(order)}</b>
        {state === 'fulfilled' && <p>{listed(phones.map(formatPhoneNumber), 12)}</p>}
        {state === 'refused' && <p>{because}</p>}
      </div>
      <span>
        {state === 'draft' && 'Sent when you submit'}
        {state === 'requested' && 'Asked for, not assigned yet'}
        {state === 'fulfilled' && `Assigned ${decided}`}
        {state === 'refused' && `Refused ${decided}`}
      </span>
      {state === 'draft' && (
        <IconButton name={`Take out ${inWords(order)}`} onClick={onRemove}>
          <IconX size={16} stroke={1.75} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}

function inWords(order: NumberOrderView): string {
  return `${counted(order.quantity, 'number')}, ${wantedInWords(order)}`;
}

function askedAgain({ tollFree, areaCode, city, quantity }: NumberOrderView) {
  const place = tollFree ? (areaCode ?? '') : [areaCode, city].filter(Boolean).join(', ');
  return { tollFree, place, quantity: String(quantity) };
}
