import type {Voucher} from '../domain/voucher.js';
import type {PrivatePlace} from './chat.js';

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

/** The tokens that identify Mattermost when it passes commands on. */
export interface CommandTokens {
  /**
   * Notes the token that a team's command has now. When it is old, one of the nodes makes a new one (`renew`), and the
   * old one stays good while commands are on their way.
   */
  settle(teamId: string, current: string, renew: () => Promise<string>): Promise<void>;
  /** Whether the token is that of the team's command. */
  isGenuine(teamId: string, token: string): Promise<boolean>;
}

/** A channel, or a thread in it; `rootId` '' outside threads. */
type CommandPlace = Pick<PrivatePlace, 'channelId' | 'rootId'>;

/**
 * What Mattermost vouched for. A bot sees little of a channel that it is not in, but the server runs a command only for
 * members who may post there, and never in an archived channel.
 */
export interface Vouchers {
  /** Known to this process at once; resolves when every node knows. */
  keep(userId: string, place: CommandPlace, voucher: Omit<Voucher, 'at'>): Promise<void>;
  ofMember(userId: string, channelId: string): Promise<Voucher | undefined>;
  ofChannel(channelId: string): Promise<Voucher | undefined>;
  /** Of the command that the member typed last in this very place: its answers appear there. */
  ofPlace(userId: string, place: CommandPlace): Promise<Voucher | undefined>;
}

/**
 * What a service beside Mattermost stores and a plugin does not need. Rejects with `store-unavailable` or
 * `record-unreadable`.
 */
export interface ServiceRecords {
  generatedSettings: GeneratedSettings;
  preferences: Preferences;
  commandTokens: CommandTokens;
  vouchers: Vouchers;
}
