import {TerminalError} from '../session.js';
import type {Word} from '../word.js';

const SECRET = /secret|key/i;

/** What an administrator, or bad luck, does with the plugin. */
export const serverWords: readonly Word[] = [
  {
    name: 'settings',
    usage: 'settings',
    help: "show the plugin's settings",
    async run({sandbox: {mattermost}, screen}) {
      for (const [key, value] of Object.entries(mattermost.state.settings)) {
        screen.line(`  ${key} = ${SECRET.test(key) && value !== '' ? '(set)' : String(value)}`);
      }
    },
  },
  {
    name: 'set',
    usage: 'set SETTING [VALUE]',
    help: 'change one of them; without a value it becomes empty',
    async run({sandbox: {mattermost}, screen}, rest) {
      const [, key = '', value = ''] = /^(\S+)\s*(.*)$/.exec(rest) ?? [];
      if (!(key in mattermost.state.settings))
        throw new TerminalError(`There is no setting "${key}". Type settings.`);
      const typed = value === 'true' || value === 'false' ? value === 'true' : value;
      await mattermost.setPluginConfig({...mattermost.state.settings, [key]: typed});
      screen.line(`${key} is ${value === '' ? 'empty' : 'saved'} now.`);
    },
  },
  {
    name: 'kill',
    usage: 'kill',
    help: 'kill the plugin process; the server starts it again',
    async run({sandbox: {mattermost}}) {
      await mattermost.killPlugin();
      await mattermost.checkHealth();
    },
  },
  {
    name: 'log',
    usage: 'log',
    help: "show the plugin's lines in the server log",
    async run({sandbox: {mattermost}, screen}) {
      for (const {level, message} of mattermost.state.logs) screen.line(`  ${level.padEnd(5)} ${message}`);
    },
  },
];
