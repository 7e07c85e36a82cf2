import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {MODES} from '../../server/core/domain/modes.js';
import {PRODUCT_VERSION} from '../../server/core/domain/product-version.js';
import {SETTING_NAMES} from '../../server/core/domain/setting-names.js';
import {SECRET_SETTINGS, settingsSchema} from '../../server/core/domain/settings-schema.js';
import {OTHER_SETTINGS} from '../../webapp/admin/other-settings.js';

interface Setting {
  key: string;
  display_name: string;
  type: string;
  default: unknown;
  secret?: boolean;
  help_text: string;
  options?: {display_name: string; value: string}[];
}

const manifest = JSON.parse(readFileSync(join(projectRoot, 'plugin.json'), 'utf8')) as {
  id: string;
  version: string;
  min_server_version: string;
  settings_schema: {sections: {key: string; custom?: boolean; fallback?: boolean; settings: Setting[]}[]};
};
const settings = manifest.settings_schema.sections.flatMap((section) => section.settings);
const defaults = settingsSchema.parse({}) as Record<string, unknown>;

describe('plugin.json', () => {
  it('is the plugin zoom, above every version of the official one, for Mattermost 10.11 and newer', () => {
    expect(manifest).toMatchObject({
      id: 'zoom',
      version: PRODUCT_VERSION,
      min_server_version: '10.11.0',
      props: {support_packet: 'Zoom'},
    });
    expect(Number(PRODUCT_VERSION.split('.')[0])).toBeGreaterThanOrEqual(3);
    const read = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {version: string};
    expect(read.version).toBe(PRODUCT_VERSION);
  });

  it('has exactly the settings of the schema, with their names and defaults', () => {
    expect(settings.map(({key}) => key).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    expect(Object.fromEntries(settings.map(({key, display_name}) => [key, display_name]))).toEqual(
      SETTING_NAMES,
    );
    expect(Object.fromEntries(settings.map((setting) => [setting.key, setting.default]))).toEqual(defaults);
  });

  it('has in its plain sections only what the web app reads for a test, and what no test needs', () => {
    const plain = manifest.settings_schema.sections.filter(({custom}) => custom !== true);
    const names = plain
      .flatMap((section) => section.settings)
      .map(({key, display_name}) => [key, display_name]);
    expect(Object.fromEntries(names)).toEqual({
      ...OTHER_SETTINGS,
      ConfirmAbove: 'Ask before posting to many people',
      AccountAPI: 'Account-wide API',
      APIPlugins: 'Plugins that may use the API',
      EventFeed: 'Events for other systems',
      EventReaders: 'Bots that may read events',
      JoinPageGuests: 'Open to people without an account',
      JoinPageOnCards: 'Join in the browser on cards',
      JoinPageAdmins: 'Administrators may make stream URLs',
      EncryptionKey: 'Encryption Key',
      PreviousEncryptionKeys: 'Previous Encryption Keys',
    });
  });

  it('has one section that draws itself where it can, with all that connects to Zoom, and four plain ones', () => {
    const sections = manifest.settings_schema.sections.map(({key, custom, fallback}) => ({
      key,
      custom,
      fallback,
    }));
    expect(sections).toEqual([
      {key: 'setup', custom: true, fallback: true},
      {key: 'people', custom: undefined, fallback: undefined},
      {key: 'api', custom: undefined, fallback: undefined},
      {key: 'join', custom: undefined, fallback: undefined},
      {key: 'advanced', custom: undefined, fallback: undefined},
    ]);
    expect(manifest.settings_schema.sections[0]?.settings.map(({key}) => key)).toEqual([
      'ConnectionMode',
      'AccountID',
      'OAuthClientID',
      'OAuthClientSecret',
      'APIKey',
      'APISecret',
      'WebhookSecret',
      'ZoomWebhookSecret',
    ]);
  });

  it('C-02 marks every secret as secret, and nothing else', () => {
    const marked = settings.filter(({secret}) => secret === true).map(({key}) => key);
    expect(marked.sort()).toEqual([...SECRET_SETTINGS].sort());
  });

  it('offers exactly the connections that the product knows', () => {
    const mode = settings.find(({key}) => key === 'ConnectionMode');
    expect(mode?.options).toEqual(MODES.map(({name, title}) => ({display_name: title, value: name})));
  });

  it('explains every setting, and the form of the webhook address', () => {
    expect(settings.filter(({help_text}) => help_text.length < 20)).toEqual([]);
    const webhook = settings.find(({key}) => key === 'WebhookSecret');
    expect(webhook?.help_text).toContain('<Site URL>/plugins/zoom/webhook?secret=<Webhook Secret>');
  });
});
