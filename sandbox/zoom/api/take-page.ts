import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';

const TOKEN_LIFETIME_MS = 15 * 60_000;

export interface Page<Row> {
  page_size: number;
  total_records: number;
  /** '' on the last page. */
  next_page_token: string;
  rows: readonly Row[];
}

/** Of how many rows a page is. */
interface PageSizes {
  usual: number;
  largest: number;
}

/** Of a list that Zoom gives a page at a time, the one that is asked for. */
export function takePage<Row>(
  {state, form}: SignedCall,
  all: readonly Row[],
  sizes: PageSizes = {usual: 30, largest: 300},
): Page<Row> {
  const now = state.clock.now();
  const size = readSize(form.get('page_size'), sizes);
  const from = readPageToken(form.get('next_page_token') ?? '', now);
  const next = from + size;
  return {
    page_size: size,
    total_records: all.length,
    next_page_token: next < all.length ? pageToken(next, now + TOKEN_LIFETIME_MS) : '',
    rows: all.slice(from, next),
  };
}

function readSize(value: string | null, {usual, largest}: PageSizes): number {
  const size = Number(value ?? usual);
  if (Number.isInteger(size) && size > 0 && size <= largest) return size;
  throw refusals.invalid([{field: 'page_size', message: 'Invalid field.'}]);
}

const pageToken = (from: number, expiresAt: number): string =>
  Buffer.from(JSON.stringify([from, expiresAt])).toString('base64');

function readPageToken(token: string, now: number): number {
  if (token === '') return 0;
  try {
    const [from, expiresAt] = JSON.parse(Buffer.from(token, 'base64').toString()) as [number, number];
    if (expiresAt > now) return from;
  } catch {
    // Whatever it is, we did not make it.
  }
  throw refusals.badPageToken();
}
