import type { Metadata } from 'next';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { HolidayScreen } from '#features/desk/admin/holidays/holiday-screen.tsx';
import { parseYear } from '#features/desk/admin/url.ts';
import { found } from '#server/found.ts';
import { requireViewer } from '#server/viewer.ts';

export const metadata: Metadata = { title: 'Holidays' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HolidaysPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const thisYear = Number(pacificDate(new Date()).slice(0, 4));
  const year = parseYear(await searchParams) ?? thisYear;
  const holidays = await found(listHolidays(viewer));
  return <HolidayScreen holidays={holidays} year={year} thisYear={thisYear} />;
}
