import {account} from './modes/account.js';
import {serverToServer} from './modes/server-to-server.js';
import {user} from './modes/user.js';
import {type RawSettings, readSwitch} from './settings-schema.js';

/** Settings that the official plugin alone has; the System Console stores them all, also those that are off. */
const OFFICIAL = ['accountlevelapp', 'restrictmeetingcreation', 'enablepostingrecordingpassword'] as const;

/**
 * The connection that was chosen. Who comes from the official plugin has chosen none, and has one of its two kinds of
 * app, neither of which has an account ID. Without a trace of that plugin, an account ID has only been forgotten.
 */
export function modeInForce(
  {ConnectionMode, AccountID, OAuthClientID}: RawSettings,
  stored: Readonly<Record<string, unknown>>,
): string {
  if (ConnectionMode !== '') return ConnectionMode;
  const names = new Map(Object.entries(stored).map(([name, value]) => [name.toLowerCase(), value]));
  const isOfficial = OFFICIAL.some((name) => names.has(name));
  if (AccountID !== '' || OAuthClientID === '' || !isOfficial) return serverToServer.name;
  return readSwitch(names.get('accountlevelapp')) === true ? account.name : user.name;
}
