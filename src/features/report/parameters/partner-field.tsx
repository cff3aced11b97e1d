'use client';

import control from '#ui/control.module.css';
import type { PartnerChoice } from '../report-view.ts';
import styles from './parameters.module.css';
import type { Draft } from './use-draft.ts';

type PartnerFieldProps = {
  partners: readonly PartnerChoice[];
  chosen: string | null;
  onChange: (change: Partial<Draft>) => void;
};

/** For staff: whose report it is. Another partner has other accounts, so the account is left behind. */
export function PartnerField({ partners, chosen, onChange }: PartnerFieldProps) {
  if (partners.length === 0) return null;
  return (
    <label className={`${control.field} ${styles.partner}`}>
      <span className={control.label}>Partner</span>
      <select
        className={control.input}
        value={chosen ?? ''}
        onChange={(event) => onChange({ partner: event.currentTarget.value, account: null, accountText: '' })}
      >
        {partners.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
