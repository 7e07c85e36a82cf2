import type {TextKey} from '../../core/ports/texts.js';

/**
 * What people type who are used to the official plugin, and this one does otherwise: one sentence says how. Help and
 * autocomplete leave these words out. Source: `server/command.go` in github.com/mattermost/mattermost-plugin-zoom.
 */
export const OFFICIAL_WORDS: ReadonlyMap<string, TextKey> = new Map([
  ['connect', 'command.official.connect'],
  ['disconnect', 'command.official.disconnect'],
  ['subscription', 'command.official.subscription'],
  ['channel-settings', 'command.official.channelSettings'],
]);
