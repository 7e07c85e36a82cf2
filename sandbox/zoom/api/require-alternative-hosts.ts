import {findUser} from '../state/add-user.js';
import type {GatheringSettings} from '../state/gathering.js';
import type {SimulatedUser} from '../state/records.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';

/** They must be licensed, and of the host's account. Throws the refusal for the first who is not. */
export function requireAlternativeHosts(
  {state}: SignedCall,
  {accountId}: SimulatedUser,
  settings: GatheringSettings | undefined,
): void {
  const addresses = (settings?.alternative_hosts ?? '').split(/[;,]/).filter((address) => address !== '');
  for (const address of addresses) {
    const user = findUser(state, address.trim());
    if (user?.type !== 2 || user.accountId !== accountId) throw refusals.noAlternativeHost(address);
  }
}
