import {expect, it} from '@jest/globals';
import {createCommandOfSettings} from '../../../server/inbound/command-of-settings.js';
import {createRecordingLogger} from '../../support/recording-logger.js';

const words = (name: string) => ({
  trigger: 'zoom',
  hint: '',
  description: '',
  subcommands: [{name, hint: '', help: '', isForAdmins: false}],
});

it('The command is registered anew where other words are to be typed, and again where that was not taken', async () => {
  const registered: (string | undefined)[] = [];
  const logger = createRecordingLogger();
  let isTaken = true;
  const command = createCommandOfSettings({
    logger,
    registerCommand: async ({subcommands: [first]}) => {
      if (!isTaken) throw new Error('not now');
      registered.push(first?.name);
    },
  });
  await command.follow(words('start'));
  expect(registered).toEqual([]);
  await command.begin(words('start'));
  await command.follow(words('start'));
  expect(registered).toEqual(['start']);
  isTaken = false;
  await command.follow(words('connect'));
  isTaken = true;
  await command.follow(words('connect'));
  expect(registered).toEqual(['start', 'connect']);
  expect(logger.lines.map(({message}) => message)).toEqual([
    'Mattermost still has the former words of the command',
  ]);
});
