import type { ReportColumn } from '#domain/columns.ts';
import { STATUSES } from '#domain/status.ts';
import { countedRows } from '../counted-rows.ts';
import type { ReportFacts, ReportWriter, RowBatch } from '../report-document.ts';
import { utf8Rows } from '../utf8-chunks.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';

/**
 * The report as XML: the facts in the root element, then an element a row with the columns' keys. Values are typed as
 * in JSON lines; blank is `xsi:nil`, so that it differs from an empty text. What XML cannot hold is made visible
 * (see xmlText). Without its last tag it is not well-formed; see ReportWriter for the rest.
 */
export const writeXml: ReportWriter = async function* (facts, columns, rows, signal, onRows) {
  yield Buffer.from(head(facts, columns));
  const elements = rowWriter(columns);
  for await (const batch of countedRows(facts, rows, signal, onRows)) yield* utf8Rows(batch, elements);
  yield Buffer.from('</rows>\n</report>\n');
};

function head(facts: ReportFacts, columns: readonly ReportColumn[]): string {
  const attributes = {
    title: facts.title,
    confidentiality: facts.confidentiality,
    partner: facts.partner,
    madeBy: facts.madeBy.name,
    madeByEmail: facts.madeBy.email,
    asOf: facts.asOf.toISOString(),
    rows: String(facts.rows),
    'xml:lang': facts.language,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ...Object.entries(attributes).map(([name, value]) => `  ${name}="${xmlAttribute(value)}"`),
    '>',
    '<parameters>',
    ...facts.parameters.map((parameter) => `<parameter>${xmlText(parameter)}</parameter>`),
    '</parameters>',
    '<counts>',
    ...STATUSES.map((status) => `<count status="${status}">${facts.counts[status]}</count>`),
    '</counts>',
    '<columns>',
    ...columns.map((c) => `<column key="${c.key}" kind="${c.kind}">${xmlText(c.label)}</column>`),
    '</columns>',
    '<rows>\n',
  ].join('\n');
}

function rowWriter(columns: readonly ReportColumn[]): (rows: RowBatch) => string {
  const parts = columns.map(({ key, kind }) => ({
    open: `<${key}>`,
    close: `</${key}>`,
    blank: `<${key} xsi:nil="true"/>`,
    text: TEXT[kind] ?? xmlText,
  }));
  return (rows) => {
    let elements = '';
    for (const row of rows) {
      elements += '<row>';
      parts.forEach(({ open, close, blank, text }, i) => {
        const value = row[i];
        elements += value === null || value === undefined ? blank : open + text(value) + close;
      });
      elements += '</row>\n';
    }
    return elements;
  };
}

const TEXT: Partial<Record<ReportColumn['kind'], (value: string) => string>> = {
  flag: (value) => (value === 't' ? 'true' : 'false'),
  time: (value) => value.slice(0, 5),
};
