import type {ManifestSetting} from '../../mattermost/manifest.js';
import type {Session} from '../session.js';
import {nearest, TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

/** What an administrator does in the System Console, and in Zoom's Marketplace to go with it. */
export const settingWords: readonly Word[] = [
  {
    name: 'settings',
    argument: '',
    help: "show the plugin's settings",
    run(session) {
      const {sandbox, screen} = session;
      const column = Math.max(...sandbox.settings.map(({key}) => key.length));
      for (const setting of sandbox.settings)
        screen.line(`  ${setting.key.padEnd(column)}  ${shown(session, setting)}`);
    },
  },
  {
    name: 'set',
    argument: 'SETTING [VALUE]',
    help: 'change a setting; without a value it becomes empty',
    async run({sandbox, screen}, rest) {
      const [, typed = '', value = ''] = /^(\S*)\s*(.*)$/.exec(rest) ?? [];
      const keys = sandbox.settings.map(({key}) => key);
      const key = keys.find((known) => known.toLowerCase() === typed.toLowerCase());
      if (key === undefined) {
        const meant = nearest(typed, keys);
        const hint = meant === undefined ? 'Type settings to see them all.' : `Did you mean ${meant}?`;
        throw new TerminalError(`There is no setting "${typed}". ${hint}`);
      }
      const parsed = value === 'true' || value === 'false' ? value === 'true' : value;
      const {mattermost} = sandbox;
      await mattermost.setPluginConfig({...mattermost.state.settings, [key]: parsed});
      screen.line(`${key} is ${value === '' ? 'empty' : 'saved'} now, and the plugin has been told.`);
    },
  },
  {
    name: 'subscribe',
    argument: '',
    help: "Zoom's Marketplace: enter the plugin's webhook address and press Validate",
    async run({sandbox, screen}) {
      const {valid, status} = await sandbox.subscribe();
      screen.line(
        valid
          ? 'Zoom has validated the webhook address.'
          : `Zoom could not validate the webhook address (answer ${status}); log says why.`,
      );
    },
  },
];

function shown({sandbox, screen}: Session, {key, secret, default: usual}: ManifestSetting): string {
  const value = sandbox.mattermost.state.settings[key.toLowerCase()] ?? usual;
  if (value === undefined || value === '') return screen.dim('(empty)');
  if (secret === true) return '••••••••';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
