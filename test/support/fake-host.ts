import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import type {Site} from '../../server/core/domain/site.js';
import type {Host} from '../../server/core/ports/host.js';
import type {FakeWorld} from './fake-world.js';

export const site: Site = {
  url: 'https://chat.example.org',
  publicUrl: 'https://chat.example.org',
  locale: 'en',
  restrictsDirectMessages: false,
};

/** A host in memory, with nothing configured, but for what `changes` says. */
export const createFakeHost = (
  {chat, keyValue, clock, random, logger, audits, metrics}: Omit<FakeWorld, 'zoom'>,
  changes: Partial<Host> = {},
): Host => ({
  capabilities: CAPABILITIES.plugin,
  chat,
  keyValue,
  listKeys: undefined,
  clock,
  random,
  logger,
  audit: (record) => void audits.push(record),
  metrics,
  environment: {},
  nodeId: undefined,
  site: async () => site,
  loadSettings: async () => ({}),
  saveSettings: async () => undefined,
  registerCommand: async () => undefined,
  teamsWithoutCommand: () => [],
  announceChange: async () => undefined,
  ...changes,
});
