import {readFileSync} from 'node:fs';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {mattermostId} from './mattermost-id.js';

const FILE = new URL('../unit/outbound/store/fixtures/official-rows.json', import.meta.url);

/** What the official plugin left of Ana, of Ben and Cora, who share a Zoom user, and of some channels. */
export const OFFICIAL_LEFT = JSON.parse(readFileSync(FILE, 'utf8')) as {
  encryptionKey: string;
  rows: Record<string, string>;
};

export const OFFICIAL_KEY = new SecretText(OFFICIAL_LEFT.encryptionKey);
export const CORA = mattermostId('cora');

/** The text of a row that the official plugin left. */
export function officialRow(key: string): string {
  const text = OFFICIAL_LEFT.rows[key];
  if (text === undefined) throw new Error(`The official plugin left no row ${key}`);
  return text;
}
