import type {Request} from 'express';
import type {Clock} from '../../core/ports/clock.js';
import {addressBlock} from '../../lib/address-block.js';
import {limitPerKey} from './limit-per-key.js';

/** What strangers may ask for in a minute, each address for itself: nobody uses up what is for others. */
export interface LimitPerAddress {
  /** @returns in how many seconds the next is possible, where there is none now; where there is one, it is spent */
  spend(request: Request): number | undefined;
}

export function limitPerAddress(deps: {clock: Pick<Clock, 'now'>; aMinute: number}): LimitPerAddress {
  const limit = limitPerKey(deps);
  return {spend: (request) => limit.spend(addressOf(request))};
}

/** The key of who asks, for limits. The host has made sure that this is one address, and whose it is. */
export const addressOf = (request: Request): string => addressBlock(request.get('X-Forwarded-For') ?? '');
