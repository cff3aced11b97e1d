import 'server-only';
import { notFound } from 'next/navigation';
import { NotFound } from '#domain/not-found.ts';

/** What a page asked for; its "not found" becomes the page's. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
