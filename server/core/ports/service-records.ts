import type {PrivatePlace} from './chat.js';
import type {Leases} from './leases.js';

/** Settings that the product generated for itself, where no configuration of Mattermost's keeps them. */
export interface GeneratedSettings {
  read(): Promise<Readonly<Record<string, string>>>;
  /** Keeps what another node has saved before: all nodes must have the same secrets. */
  add(settings: Readonly<Record<string, string>>): Promise<void>;
}

/** What people chose, where Mattermost keeps it for the person alone. */
export interface Preferences {
  of(userId: string): Promise<Readonly<Record<string, string>>>;
  set(userId: string, name: string, value: string): Promise<void>;
}

/** The account that a service uses. */
export interface KnownBot {
  id: string;
  username: string;
  /** A system administrator may write, and change what it wrote, in channels that it is not in. */
  isAdmin: boolean;
}

/** The bot as Mattermost last described it, for a start while Mattermost does not let it in. */
export interface BotAccount {
  last(): Promise<KnownBot | undefined>;
  keep(bot: KnownBot): Promise<void>;
}

/**
 * How the token that a team's command has in Mattermost stands to the one on record:
 * - new: nothing is on record of this team.
 * - known: they are the same.
 * - old: they are the same, and it is time for another.
 * - other: somebody has made a new one, or has made the command anew.
 */
export type TokenComparison = 'new' | 'known' | 'old' | 'other';

/** The tokens that identify Mattermost when it passes commands on. */
export interface CommandTokens {
  /** `current`: the one that Mattermost names. */
  compare(teamId: string, current: string): Promise<TokenComparison>;
  /** Nothing but this token counts any more. */
  take(teamId: string, token: string): Promise<void>;
  /** We have made this token ourselves: for a minute the former one counts, too, because commands are on their way. */
  replace(teamId: string, token: string, former: string): Promise<void>;
  /** Whether a token of this team is on record. */
  isOnRecord(teamId: string): Promise<boolean>;
  /** No token of this team counts any more. */
  forget(teamId: string): Promise<void>;
  /** Whether the token is on record as that of the team's command, or is the former one and still good. */
  isGenuine(teamId: string, token: string): Promise<boolean>;
  /** Whether we have replaced this token less than a minute ago. */
  isFormer(teamId: string, token: string): Promise<boolean>;
}

/** A channel, or a thread in it; `rootId` '' outside threads. */
type CommandPlace = Pick<PrivatePlace, 'channelId' | 'rootId'>;

/**
 * Where a command can be answered later, for as long as Mattermost takes such answers. Nobody is let in anywhere for
 * it: Mattermost shows an answer where its command came from.
 */
export interface CommandAnswers {
  /** `path`: below the Site URL. Known to this process at once; resolves when every node knows. */
  keep(userId: string, place: CommandPlace, path: string): Promise<void>;
  /** Of the command that the person typed last in this very place. */
  pathFor(userId: string, place: CommandPlace): Promise<string | undefined>;
}

/**
 * What a service beside Mattermost stores and a plugin does not need. Rejects with `store-unavailable` or
 * `record-unreadable`.
 */
export interface ServiceRecords {
  generatedSettings: GeneratedSettings;
  botAccount: BotAccount;
  preferences: Preferences;
  commandTokens: CommandTokens;
  commandAnswers: CommandAnswers;
  leases: Leases;
}
