import type {Clock} from '../environment.js';
import {refusals} from './refusals.js';

/** https://developers.zoom.us/docs/api/rate-limits/, as of a Business account. Tests may change the numbers. */
export interface RateLimits {
  light: number;
  medium: number;
  heavy: number;
  /** Meetings and webinars that may be created or changed for one host from midnight to midnight UTC. */
  createsPerDay: number;
  /** How often one address may be registered for one meeting or webinar, from midnight to midnight UTC. */
  registrationsPerDay: number;
}

export type RateLabel = 'light' | 'medium' | 'heavy';

/** As the headers name them. */
const CATEGORIES: {[Label in RateLabel]: string} = {light: 'Light', medium: 'Medium', heavy: 'Heavy'};

export interface RateLimiter {
  readonly limits: RateLimits;
  /** Counts a call of the account. Throws the refusal when this second is full. */
  countCall(label: RateLabel): Readonly<Record<string, string>>;
  /** Counts a creation or a change for a host. Throws the refusal when the day is full. */
  countCreation(hostId: string): void;
  /** Counts a registration. Throws the refusal when the day is full. */
  countRegistration(number: number, email: string): void;
}

const DAY_MS = 86_400_000;

export function createRateLimiter(clock: Clock): RateLimiter {
  const limits: RateLimits = {light: 80, medium: 60, heavy: 40, createsPerDay: 100, registrationsPerDay: 3};
  const calls = createCounter();
  const creations = createCounter();
  const registrations = createCounter();
  return {
    limits,
    countCall: (label) => {
      const second = Math.floor(clock.now() / 1000);
      const count = calls.count(second, label);
      if (count > limits[label]) throw refusals.tooFast((second + 1) * 1000);
      return {
        'X-RateLimit-Category': CATEGORIES[label],
        'X-RateLimit-Limit': String(limits[label]),
        'X-RateLimit-Remaining': String(limits[label] - count),
      };
    },
    countRegistration: (number, email) => {
      const day = Math.floor(clock.now() / DAY_MS);
      const count = registrations.count(day, `${number} ${email.toLowerCase()}`);
      const {registrationsPerDay: most} = limits;
      if (count > most) throw refusals.tooManyRegistrations(most, email);
    },
    countCreation: (hostId) => {
      const day = Math.floor(clock.now() / DAY_MS);
      if (creations.count(day, hostId) > limits.createsPerDay) {
        throw refusals.tooManyToday(limits.createsPerDay, (day + 1) * DAY_MS);
      }
    },
  };
}

/** Counts per key within the current span of time only. */
function createCounter() {
  let current = -1;
  const counts = new Map<string, number>();
  return {
    count: (span: number, key: string): number => {
      if (span !== current) counts.clear();
      current = span;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
}
