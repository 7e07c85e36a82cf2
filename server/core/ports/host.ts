import type {Capabilities} from '../domain/capabilities.js';
import type {Site} from '../domain/site.js';
import type {TeamWithoutCommand} from '../domain/team-without-command.js';
import type {Audit} from './audit.js';
import type {Chat} from './chat.js';
import type {Clock} from './clock.js';
import type {KeyValue} from './key-value.js';
import type {Logger} from './logger.js';
import type {Metrics} from './metrics.js';
import type {Random} from './random.js';

/** One word after `/zoom`, for autocomplete. */
export interface SubcommandDefinition {
  name: string;
  /** Shown in grey behind the name, for example `[topic]`; '' for none. */
  hint: string;
  help: string;
  /** Offered to system administrators alone. */
  isForAdmins: boolean;
}

/** What Mattermost shows while somebody types the command. */
export interface CommandDefinition {
  trigger: string;
  hint: string;
  description: string;
  subcommands: readonly SubcommandDefinition[];
}

/** A page of the keys in the key-value store, in their order. Rejects with `store-unavailable`. */
export type ListKeys = (page: number, keysAPage: number) => Promise<readonly string[]>;

/**
 * What carries the application: a plugin process, or a service beside Mattermost. Its methods may be passed on
 * separately.
 */
export interface Host {
  capabilities: Capabilities;
  chat: Chat;
  keyValue: KeyValue;
  /**
   * For what the official plugin left, once: nothing of ours is ever looked for this way. `undefined`: the store has
   * never been the official plugin's.
   */
  listKeys: ListKeys | undefined;
  clock: Clock;
  random: Random;
  logger: Logger;
  audit: Audit;
  /** Of the process: the way into the world is named there. */
  environment: Readonly<Record<string, string | undefined>>;
  /**
   * Which node this is: the same after a restart, and no other process has it meanwhile. So what its former process
   * left unfinished is nobody's. `undefined`: that cannot be known here.
   */
  nodeId: string | undefined;
  site: () => Promise<Site>;
  /** The settings as stored: names are case-insensitive, values of any shape. */
  loadSettings: () => Promise<Record<string, unknown>>;
  /** Adds or replaces these settings and keeps all others. */
  saveSettings: (changes: Readonly<Record<string, string>>) => Promise<void>;
  registerCommand: (definition: CommandDefinition) => Promise<void>;
  /** Where our command could not be registered; none where no team can be in its way. */
  teamsWithoutCommand: () => readonly TeamWithoutCommand[];
  metrics: Metrics;
  /** Tells every open client that what it knows about the product may have changed. Never rejects. */
  announceChange: () => Promise<void>;
}
