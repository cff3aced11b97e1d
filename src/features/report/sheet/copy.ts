import type { ClipboardEvent } from 'react';
import { parsePhoneNumber } from '#domain/phone-number.ts';

/**
 * What copying from the sheet gives: a phone number as E.164 (`+14155550140`), also when it stands among other cells,
 * which are then set apart by tabs and rows by line breaks. A part of a cell is copied as it is selected.
 */
export function copyFromSheet(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const text = textOf(selection);
  if (text === null) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function textOf(selection: Selection): string | null {
  const rows = [...selection.getRangeAt(0).cloneContents().querySelectorAll('tr')];
  if (rows.length > 0) return rows.map(rowText).join('\n');
  const phone = parsePhoneNumber(selection.toString());
  if (phone) return phone;
  const cells = [...selection.getRangeAt(0).cloneContents().querySelectorAll('th, td')];
  return cells.length > 0 ? cells.map(cellText).join('\t') : null;
}

function rowText(row: Element): string {
  return [...row.querySelectorAll('th, td')].map(cellText).join('\t');
}

function cellText(cell: Element): string {
  // A figure space before a one-digit day is for the eye alone.
  const text = cell.textContent.replaceAll('\u2007', '').replace(/\s+/g, ' ').trim();
  return cell.localName === 'th' ? (parsePhoneNumber(text) ?? text) : text;
}
