import {letTimePass} from '../../let-time-pass.js';
import {WIDTH, wrap} from '../screen.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

/** So long that a question about a meeting is due, although webhooks come. */
const USUAL_MINUTES = 20;

/** What bad luck, and the server, do with the plugin's process. */
export const serverWords: readonly Word[] = [
  {
    name: 'log',
    argument: '',
    help: "show the plugin's lines in the server log",
    run({sandbox, screen}) {
      for (const {level, message, fields} of sandbox.mattermost.state.logs) {
        const details = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
        const [first = '', ...others] = wrap([message, ...details].join(' '), WIDTH - 8);
        screen.line(`  ${screen.bold(level.padEnd(5))} ${first}`);
        for (const line of others) screen.line(`        ${line}`);
      }
    },
  },
  {
    name: 'kill',
    argument: '',
    help: 'kill it, as a crash would',
    async run({sandbox: {mattermost}, screen}) {
      const pid = mattermost.pluginPid();
      if (pid === undefined) throw new TerminalError('The plugin does not run. Type health.');
      await mattermost.killPlugin();
      screen.line(`The plugin process ${pid} was killed.`);
    },
  },
  {
    name: 'health',
    argument: '',
    help: "the server's health check, every 30 seconds on a real one: a dead plugin is restarted",
    async run({sandbox: {mattermost}, screen}) {
      const {healthy, running} = await mattermost.checkHealth();
      const process = `process ${mattermost.pluginPid()}`;
      if (healthy) screen.line(`The plugin is well: ${process}.`);
      else if (running) screen.line(`The plugin was dead; the server has restarted it: ${process}.`);
      else
        screen.line(
          'Mattermost has switched the plugin off, as after three crashes in an hour. Type enable.',
        );
    },
  },
  {
    name: 'enable',
    argument: '',
    help: 'switch the plugin on again after three crashes',
    async run({sandbox: {mattermost}, screen}) {
      if (mattermost.pluginPid() !== undefined) throw new TerminalError('The plugin is enabled already.');
      await mattermost.deactivate();
      await mattermost.activate();
      screen.line(`The plugin is enabled: process ${mattermost.pluginPid()}.`);
    },
  },
  {
    name: 'later',
    argument: '[MINUTES]',
    help: 'let time pass for what the plugin has put off, 20 minutes if not said: it asks Zoom what it was not told',
    async run({sandbox: {mattermost}, screen}, rest) {
      const minutes = rest === '' ? USUAL_MINUTES : Number(rest);
      if (!Number.isInteger(minutes) || minutes < 1) {
        throw new TerminalError('How many minutes? For example: later 20');
      }
      await letTimePass(mattermost, minutes * 60_000);
      screen.line(`${minutes} minutes later.`);
    },
  },
];
