import type {Finding} from '../findings.js';
import {SecretText} from '../secret-text.js';
import {isSecretSetting, type RawSettings, type SecretSetting, type SettingKey} from '../settings-schema.js';
import type {ConsentBy, ScopeReach, TokenWay, ZoomConnection} from '../zoom-connection.js';
import type {ZoomSubject} from '../zoom-subject.js';

/** The values of these settings, none of them empty. */
type Values<Key extends SettingKey> = {readonly [K in Key]: K extends SecretSetting ? SecretText : string};

/**
 * What people will experience, and what it takes to get there. server: nobody connects anything · person: each for
 * themselves · account: one administrator for all · legacy: as server, on sites that Zoom does not run
 */
export type ModeStory = 'server' | 'person' | 'account' | 'legacy';

/** What is known of a mode before its settings are filled in. */
interface ModeFacts<Key extends SettingKey> {
  /** The value of ConnectionMode. */
  readonly name: string;
  /** What the settings page calls it. */
  readonly title: string;
  /** Which of the texts `mode.*` describe it. */
  readonly story: ModeStory;
  /** All of them are required; in the order in which one fills them in. */
  readonly settings: readonly Key[];
  /** Where Zoom shows their values, as `zoom-mattermost init` says; `undefined`: it does not offer this mode. */
  readonly source: string | undefined;
  /** The setting that names the Zoom account. Users and webhooks of others are refused. */
  readonly account: Key | undefined;
  /** Webhooks are signed always, or only where Zoom's secret token is set. */
  readonly webhooksAreSigned: 'always' | 'where-a-token-is-set';
  readonly scopes: ScopeReach;
  readonly consent: ConsentBy;
}

/**
 * A way to connect to Zoom, with everything that differs between the ways: settings, doctor, support data follow from
 * it.
 */
interface ModeRow<Key extends SettingKey> extends ModeFacts<Key> {
  /** What it means when Zoom does not name any scopes. */
  readonly untoldScopes: Finding;
  readonly token: (values: Values<Key>) => TokenWay;
  /** What stands for the subject in Zoom's paths. */
  readonly nameOf: (subject: ZoomSubject) => string;
  /** What is wrong with the values when Zoom refuses them, as far as their form tells. */
  readonly refusals: (values: Values<Key>) => ZoomConnection['refusals'];
}

/** A row of the table of modes. */
export interface Mode extends ModeFacts<SettingKey> {
  /** Only where none of its settings is empty. */
  readonly connect: (raw: RawSettings) => ZoomConnection;
}

/** Declares a mode. Its functions get the values of exactly the settings that it names, secrets as `SecretText`. */
export function defineMode<Key extends SettingKey>(row: ModeRow<Key>): Mode {
  const {untoldScopes, token, nameOf, refusals, ...facts} = row;
  const valueOf = (raw: RawSettings, key: Key): string | SecretText =>
    isSecretSetting(key) ? new SecretText(raw[key]) : String(raw[key]);
  return {
    ...facts,
    connect: (raw) => {
      const values = Object.fromEntries(row.settings.map((key) => [key, valueOf(raw, key)])) as Values<Key>;
      return {
        mode: row.name,
        consent: row.consent,
        scopes: row.scopes,
        untoldScopes,
        token: token(values),
        nameOf,
        refusals: refusals(values),
      };
    },
  };
}
