/** What belongs to one way to connect. */
export interface ConnectionMode {
  mode: string;
  /** What people experience in it; a whole sentence of Markdown in the reader's language, like the next three. */
  people: string;
  /** Which app to make in Zoom, and who can make it. */
  app: string;
  /** What people have to do when this mode replaces another one. */
  when_chosen: string;
  /** What becomes of their connections when another mode replaces this one; `''` where nobody connects. */
  when_left: string;
  /** Keys of settings, in the order in which they are shown. */
  settings: readonly string[];
  /** Where Zoom sends people back to; `''` where nobody connects, and without a Site URL. */
  redirect_url: string;
  /** What nothing goes without. */
  scopes: readonly string[];
  events: readonly ZoomEventTitle[];
  /** What an administrator may add, or leave out. */
  features: readonly OptionalFeature[];
}

/** An event of Zoom's: its name, and its title in Zoom's Marketplace. */
export interface ZoomEventTitle {
  name: string;
  title: string;
}

/** Something that is off while its scopes or events are missing in Zoom. */
export interface OptionalFeature {
  /** What it is, in the reader's language. */
  title: string;
  scopes: readonly string[];
  events: readonly ZoomEventTitle[];
}

/** Webhooks that were refused for one reason since the secrets were last changed. */
export interface RefusedWebhooks {
  count: number;
  /** Milliseconds since the Unix epoch, like every time here. */
  last_at?: number;
}

/** What `GET /api/v1/admin/setup` answers. */
export interface AdminSetup {
  /** Holds its secret, because it has to be copied; `''` without a Site URL. */
  webhook_url: string;
  site_url: string;
  /** The mode in force: the one that was saved, or that the other settings speak of. */
  mode: string;
  modes: readonly ConnectionMode[];
  /** Keys of stored settings with problems. */
  missing: readonly string[];
  /** Until when a secret that was replaced is still good; absent: there is none. */
  former_address_until?: number;
  former_token_until?: number;
  /** Absent: never with the present secrets. */
  last_webhook_at?: number;
  last_validation_at?: number;
  refused: {wrong_address: RefusedWebhooks; wrong_signature: RefusedWebhooks};
}

/** The secrets of which a former one may stay good for a while. */
export const ROTATING_SETTINGS = ['WebhookSecret', 'ZoomWebhookSecret'] as const;
export type RotatingSetting = (typeof ROTATING_SETTINGS)[number];

/** Why a secret changes, in the order in which it is asked. */
export const BECAUSE = ['replaced', 'leaked'] as const;
export type Because = (typeof BECAUSE)[number];

/** For so many milliseconds an answer waits for the press of Save. */
export const BECAUSE_KEPT_MS = 60 * 60_000;

/** What `POST /api/v1/admin/webhook-secret` takes. */
export interface WebhookSecretRequest {
  setting: RotatingSetting;
  /** As typed on the page, not saved yet. */
  value: string;
  /** Absent: only asks whether there is a question at all. */
  because?: Because | undefined;
}

/** What it answers. Without `until` there is no question to ask. */
export interface WebhookSecretAnswer {
  until?: number;
}

/** What `POST /api/v1/admin/test` takes: settings as typed, saved or not. */
export interface SetupTestRequest {
  settings: Readonly<Record<string, string | boolean | number | null>>;
}

/**
 * unset: nobody has begun yet · unknown: it could not be tested, because an earlier step failed or somebody did not
 * answer
 */
export const CHECK_STATES = ['works', 'wrong', 'missing', 'unset', 'unknown'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** One line of a test. Its texts are whole sentences in the reader's language. */
export interface Check {
  id: string;
  state: CheckState;
  /** The question that was asked. */
  title: string;
  /** What was found, and what to do about it. */
  text: string;
  /** Keys of the settings to look at. */
  settings: readonly string[];
}

/** What it answers. */
export interface SetupTestAnswer {
  checks: readonly Check[];
}
