import type {Settings} from './settings.js';

type Connected = Settings['zoom'];

/**
 * Whether consents that count for the one connection count for the other. Tokens belong to one app, are renewed with
 * its credentials, and go to no address that nobody has saved.
 */
export const isSameApp = (one: Connected, other: Connected): boolean => {
  const [first, second] = [appOf(one), appOf(other)];
  return first !== undefined && first === second;
};

function appOf(connected: Connected): string | undefined {
  if (connected === undefined) return undefined;
  const {connection, addresses} = connected;
  if (connection.token.kind !== 'consented') return undefined;
  const {webUrl, apiUrl, allowInsecure} = addresses;
  return JSON.stringify([connection.consent, connection.token.client.id, webUrl, apiUrl, allowInsecure]);
}
