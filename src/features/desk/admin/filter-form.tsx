'use client';

import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useRef, useTransition } from 'react';
import control from '#ui/control.module.css';
import styles from './admin.module.css';

/**
 * Narrows a list by a text and by choices: a plain form that is sent to its page's address, at a choice or at Enter.
 * `children` are selects; they and the search box carry the names of the address's parameters.
 */
export function FilterForm({
  action,
  label,
  search,
  children,
}: {
  action: string;
  label: string;
  search?: { label: string; value: string };
  children?: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, start] = useTransition();
  const go = () => {
    if (!form.current) return;
    const given = [...new FormData(form.current)].filter(([, value]) => value !== '');
    const params = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    start(() => router.replace(params.size > 0 ? `${action}?${params}` : action, { scroll: false }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <search aria-label={label}>
      <form
        ref={form}
        action={action}
        className={styles.bar}
        aria-busy={pending}
        onSubmit={submit}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) go();
        }}
      >
        {search && (
          <div className={`${control.input} ${styles.search}`}>
            <IconSearch size={16} stroke={1.75} aria-hidden="true" />
            <input
              key={search.value}
              name="q"
              type="search"
              defaultValue={search.value}
              aria-label={search.label}
              placeholder={search.label}
              maxLength={200}
              enterKeyHint="search"
            />
          </div>
        )}
        {search && (
          <button type="submit" className={control.button}>
            Search
          </button>
        )}
        {children}
      </form>
    </search>
  );
}

/** A choice of a filter; the first option means all. */
export function FilterSelect({
  name,
  label,
  value,
  all,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  all: string;
  options: readonly { value: string; label: string; group?: string }[];
}) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <select
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value ?? ''}
      className={`${control.input} ${styles.select}`}
    >
      <option value="">{all}</option>
      {groups.map((group) => {
        const own = options.filter((option) => option.group === group);
        const drawn = own.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ));
        return group === undefined ? (
          drawn
        ) : (
          <optgroup key={group} label={group}>
            {drawn}
          </optgroup>
        );
      })}
    </select>
  );
}
