'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, useTransition } from 'react';
import {
  CARRIER_FIELD_FACTS,
  type CarrierField,
  NAMING_FIELDS,
  NEWS_FIELDS,
} from '#domain/carrier-list/fields.ts';
import { type CarrierMapping, LONGEST_NAME, mappingProblem } from '#domain/carrier-list/mapping.ts';
import { counted } from '#domain/counted.ts';
import { type Cell, cellText } from '#domain/import/cell.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { preview } from './actions.ts';
import styles from './columns-form.module.css';
import { stepUrl } from './url.ts';

/** A mapping that fits the file; one that was kept has its name. */
export type OfferedMapping = { name: string | null; label: string; mapping: CarrierMapping };

export type ColumnsView = {
  id: string;
  records: number;
  headers: string[];
  /** The first values of each column, as the file has them. */
  samples: Cell[][];
  dates1904: boolean;
  /** At least one; the first is how the form begins. */
  offered: OfferedMapping[];
};

/** Says which column is read as what, and goes on to the preview. */
export function ColumnsForm({ view }: { view: ColumnsView }) {
  const { id, headers, offered } = view;
  const router = useRouter();
  const [first] = offered;
  const [chosen, setChosen] = useState(0);
  const [mapping, setMapping] = useState<CarrierMapping>(first?.mapping ?? {});
  const [mappingName, setName] = useState(first?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, start] = useTransition();

  const offer = (place: number) => {
    setChosen(place);
    setMapping(offered[place]?.mapping ?? {});
    setName(offered[place]?.name ?? '');
  };
  const read = () => {
    const wrong = mappingProblem(mapping, headers);
    setProblem(wrong);
    if (wrong !== null) return;
    start(async () => {
      const result = await preview({ id, mapping, mappingName }).catch(() => null);
      if (!result) return setProblem('The portal cannot be reached. Try again.');
      const said = result.ok ? result.value : result.problem.sentence;
      if (said === null) router.push(stepUrl(id, 'preview'));
      else setProblem(said);
    });
  };
  return (
    <form
      className={styles.form}
      data-alive={useAlive() ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      {offered.length > 1 && (
        <label className={`${control.field} ${styles.offered}`}>
          <span className={control.label}>Read as</span>
          <select
            className={control.input}
            value={chosen}
            onChange={(event) => offer(Number(event.currentTarget.value))}
          >
            {offered.map(({ label }, place) => (
              <option key={label} value={place}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <Fields title="Which order" fields={NAMING_FIELDS} {...{ view, mapping, setMapping }} />
      <Fields title="What is new of it" fields={NEWS_FIELDS} {...{ view, mapping, setMapping }} />
      <label className={`${control.field} ${styles.name}`}>
        <span className={control.label}>
          Keep these columns as <small>offered again for files with the same headers</small>
        </span>
        <input
          className={control.input}
          value={mappingName}
          maxLength={LONGEST_NAME}
          placeholder="For example, the carrier’s name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <div className={styles.end}>
        <button
          type="submit"
          className={`${control.button} ${control.primary}`}
          aria-disabled={reading || undefined}
        >
          {reading ? 'Reading the rows' : `Preview ${counted(view.records, 'row')}`}
        </button>
        <span role="status">{reading ? 'This takes a few seconds. Nothing is changed by it.' : ''}</span>
      </div>
    </form>
  );
}

type FieldsProps = {
  title: string;
  fields: readonly CarrierField[];
  view: ColumnsView;
  mapping: CarrierMapping;
  setMapping: (mapping: CarrierMapping) => void;
};

function Fields({ title, fields, view, mapping, setMapping }: FieldsProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {fields.map((field) => (
        <Field
          key={field}
          field={field}
          view={view}
          header={mapping[field]}
          onChoose={(header) => {
            const { [field]: _, ...others } = mapping;
            setMapping(header === '' ? others : { ...others, [field]: header });
          }}
        />
      ))}
    </fieldset>
  );
}

function Field({
  field,
  view,
  header,
  onChoose,
}: {
  field: CarrierField;
  view: ColumnsView;
  header: string | undefined;
  onChoose: (header: string) => void;
}) {
  const id = useId();
  const { label, help, kind } = CARRIER_FIELD_FACTS[field];
  const at = header === undefined ? -1 : view.headers.indexOf(header);
  const samples = (view.samples[at] ?? []).map((cell) => cellText(cell, kind, view.dates1904));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={control.input}
        value={header ?? ''}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">Not in this file</option>
        {view.headers.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${id}-says`} data-sample={samples.length > 0 ? '' : undefined}>
        {samples.length > 0 ? samples.join(' · ') : help}
      </p>
    </div>
  );
}
