/** On which hosts a join link may be, as `GET /api/v1/client` tells it. */
export interface LinkHosts {
  /** https on the domain itself and below it. */
  domains: readonly string[];
  /** Exactly these `host[:port]`, by plain http too. */
  insecure: readonly string[];
}

/** What `GET /api/v1/client` answers. */
export interface ClientInfo {
  configured: boolean;
  is_admin: boolean;
  /** Below Mattermost's base path. */
  settings_path: string;
  link_hosts: LinkHosts;
}

/** The meeting that is in the way of a second one. */
export interface ExistingMeeting {
  /** Empty where it is not known. */
  meeting_url: string;
  /** Empty: nobody gave it one. */
  topic: string;
  host_name: string;
  /** `Zoom`, or the name of another plugin's service. */
  provider: string;
  /** Milliseconds since the epoch. */
  opened_at: number;
  /** Zoom has said that it began. */
  is_live?: boolean;
}

/** Why something was not done: a whole sentence in the reader's language. */
interface Refusal {
  kind: 'refused';
  code: string;
  message: string;
  /** The meeting exists nevertheless. */
  meetingUrl?: string;
}

/** No answer, or none that is understood; `status` 0: none at all. */
interface Failure {
  kind: 'failed';
  status: number;
}

export type NotDone = Refusal | Failure;

/** The card of a meeting that was started, and what a link for its host is asked with. */
export interface StartedCard {
  postId: string;
  cardId: string;
  meetingId: string;
}

export type StartAnswer =
  /** Without its card where that is the one of an earlier start. */
  | {kind: 'started'; meetingUrl: string; card: StartedCard | undefined}
  | {kind: 'exists'; meeting: ExistingMeeting}
  | NotDone;

export type StartLinkAnswer = {kind: 'link'; startUrl: string} | NotDone;

/** What belongs to one way to connect. */
export interface ConnectionMode {
  mode: string;
  /** Keys of settings, in the order in which they are shown. */
  settings: readonly string[];
  scopes: readonly string[];
  events: readonly {name: string; title: string}[];
  redirect_url?: string;
}

/** What `GET /api/v1/admin/setup` answers. */
export interface AdminSetup {
  webhook_url: string;
  modes: readonly ConnectionMode[];
  /** Keys of stored settings with problems. */
  missing: readonly string[];
  /** Until when secrets that were replaced are good, in milliseconds since the epoch; absent: there is none. */
  former_address_until?: number;
  former_token_until?: number;
}

/** Secrets of which a former one may be good for a while. */
export type RotatingSetting = 'WebhookSecret' | 'ZoomWebhookSecret';

/** Why a secret changes, in the order in which it is asked. */
export const BECAUSE = ['replaced', 'leaked'] as const;
export type Because = (typeof BECAUSE)[number];

/** What `POST /api/v1/admin/webhook-secret` answers; without `until` there is nothing to ask. */
export interface RotationAnswer {
  until?: number;
}

export type CheckState = 'works' | 'wrong' | 'missing' | 'unset' | 'unknown';

/** One line of a test; its texts are whole sentences in the reader's language. */
export interface Check {
  id: string;
  state: CheckState;
  title: string;
  text: string;
  /** Keys of the settings to look at. */
  settings: readonly string[];
}

export type Asked<T> = {kind: 'answer'; value: T} | NotDone;
