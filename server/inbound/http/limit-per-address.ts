import type {Request} from 'express';
import type {Clock} from '../../core/ports/clock.js';
import {addressBlock} from '../../lib/address-block.js';

const WITHIN_MS = 60_000;

/** What strangers may ask for in a minute, each address for itself: nobody uses up what is for others. */
export interface LimitPerAddress {
  /** @returns in how many seconds the next is possible, where there is none now */
  spend(request: Request): number | undefined;
}

export function limitPerAddress({
  clock,
  aMinute,
}: {
  clock: Pick<Clock, 'now'>;
  aMinute: number;
}): LimitPerAddress {
  const spent = new Map<string, readonly number[]>();
  const forgetOld = (now: number): void => {
    for (const [address, times] of spent) if ((times.at(-1) ?? 0) + WITHIN_MS <= now) spent.delete(address);
  };
  return {
    spend(request) {
      const now = clock.now();
      forgetOld(now);
      const address = addressBlock(addressOf(request));
      const recent = (spent.get(address) ?? []).filter((at) => at + WITHIN_MS > now);
      const blocking = recent.at(-aMinute);
      if (blocking !== undefined) return Math.max(1, Math.ceil((blocking + WITHIN_MS - now) / 1000));
      spent.set(address, [...recent, now]);
      return undefined;
    },
  };
}

/** The host has made sure that this is one address, and whose it is. */
const addressOf = (request: Request): string => request.get('X-Forwarded-For') ?? '';
