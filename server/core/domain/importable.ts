import type {ImportKind} from '../../../contract/import.js';
import {zoomTime} from './zoom-time.js';

/** A meeting or webinar in somebody's list in Zoom, which they can bring here. Times: ms since the epoch. */
export interface Importable {
  kind: ImportKind;
  number: string;
  /** '': Zoom names none. */
  topic: string;
  /** Of a series, the next time. `undefined`: it has no fixed time. */
  startsAt: number | undefined;
  minutes: number | undefined;
  isSeries: boolean;
  /** Another one of the list is planned for the same time. */
  overlaps: boolean;
}

/** As Zoom lists it; what it leaves out is absent. */
export interface ListedInZoom {
  id: string;
  host_id?: string | undefined;
  topic?: string | undefined;
  type?: number | undefined;
  start_time?: string | undefined;
  duration?: number | undefined;
  join_url?: string | undefined;
}

/** Zoom's numbers for what is planned; the others are instant meetings and rooms. */
const PLANNED: Readonly<Record<ImportKind, readonly number[]>> = {meeting: [2, 3, 8], webinar: [5, 6, 9]};
const SERIES = [3, 6, 8, 9];

export const isPlannedType = (kind: ImportKind, type: number | undefined): boolean =>
  type === undefined || PLANNED[kind].includes(type);
const isSeriesType = (type: number | undefined): boolean => type !== undefined && SERIES.includes(type);

/** It is planned under the host's personal meeting ID, under which other meetings run, too. */
export const isInPersonalRoom = ({id, join_url}: Pick<ListedInZoom, 'id' | 'join_url'>): boolean => {
  const inLink = /\/j\/(\d+)/.exec(join_url ?? '')?.[1];
  return inLink !== undefined && inLink !== id;
};

interface Asked {
  kind: ImportKind;
  when: 'upcoming' | 'past';
  /** Of whoever asks: what others host is none of theirs. */
  zoomUserId: string;
  now: number;
}

/** What of a page of Zoom's can become a card: each number once, those with a time first. */
export function readListing(listed: readonly ListedInZoom[], asked: Asked): readonly Importable[] {
  const theirs = listed.filter((one) => isWanted(one, asked)).map((one) => read(one, asked.kind));
  const sorted = theirs.sort(asked.when === 'past' ? (a, b) => byTime(b, a) : byTime);
  const seen = new Map<string, Importable>();
  for (const one of sorted) {
    const first = seen.get(one.number);
    if (first === undefined) {
      seen.set(one.number, {...one, overlaps: sorted.some((other) => isAtOnce(one, other))});
    } else {
      // Zoom lists the occurrences of a series one by one.
      seen.set(one.number, {...first, isSeries: true});
    }
  }
  return [...seen.values()];
}

function isWanted(one: ListedInZoom, {kind, when, zoomUserId, now}: Asked): boolean {
  const isTheirs = one.host_id === undefined || one.host_id === zoomUserId;
  if (!isTheirs || !isPlannedType(kind, one.type) || isInPersonalRoom(one)) return false;
  return when === 'upcoming' || (endsAt(one) ?? Infinity) < now;
}

function endsAt({start_time, duration = 0}: ListedInZoom): number | undefined {
  const start = zoomTime(start_time);
  return start === undefined ? undefined : start + duration * 60_000;
}

const read = (one: ListedInZoom, kind: ImportKind): Importable => ({
  kind,
  number: one.id,
  topic: one.topic ?? '',
  startsAt: zoomTime(one.start_time),
  minutes: one.duration,
  isSeries: isSeriesType(one.type),
  overlaps: false,
});

const byTime = (a: Importable, b: Importable): number =>
  (a.startsAt ?? Number.MAX_SAFE_INTEGER) - (b.startsAt ?? Number.MAX_SAFE_INTEGER);

/** Two numbers, planned for times that have a minute in common. */
function isAtOnce(one: Importable, other: Importable): boolean {
  if (one.number === other.number || one.startsAt === undefined || other.startsAt === undefined) return false;
  return one.startsAt < endOf(other, other.startsAt) && other.startsAt < endOf(one, one.startsAt);
}

const endOf = ({minutes = 0}: Importable, startsAt: number): number =>
  startsAt + Math.max(1, minutes) * 60_000;
