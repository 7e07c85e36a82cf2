import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../sandbox/sandbox.js';
import {shared} from '../../support/shared/shared.js';
import {expectInOrder, type Played, playIn} from './play-in.js';

let pluginDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  pluginDir = (await shared('plugin')).folder;
});
beforeEach(async () => {
  sandbox = await createSandbox({pluginDir});
});
afterEach(() => sandbox.close());

const play = (...lines: string[]): Promise<Played> => playIn(sandbox, lines);

describe('A meeting in the terminal of the sandbox', () => {
  it('is the main job: a card, its button, live, ended with its length', async () => {
    const {seen, failed} = await play(
      '/zoom start Weekly planning',
      'press 1',
      'zoom start',
      'zoom join Ben',
      'zoom end',
    );
    expect(failed).toBeUndefined();
    expectInOrder(
      seen,
      'ana ~town-square > /zoom start Weekly planning',
      '╭─ zoom BOT · ~town-square\n│  Ana Silva opened “Weekly planning”: Join meeting\n│  ┃ Weekly planning\n',
      '│  ↗ http://127.0.0.1:',
      '╭─ zoom · only you see this\n│  Opening Zoom…\n│  Your meeting is in the channel.',
      '[ Start as host ] ← press 1',
      'In a browser this opens by itself: http://127.0.0.1:',
      'Start “Weekly planning” as host: ',
      'In Zoom: the host has started "Weekly planning".',
      '╭─ zoom BOT · ~town-square · changed\n',
      '│+ ┃ Live since ',
      'Webhook meeting.started: the plugin took it (answer 204).',
      'In it: Ana Silva, Ben Okafor.',
      '│+ The Zoom meeting “Weekly planning” that Ana Silva started has ended after less than a\n│+ minute.\n│  ┃ Weekly planning\n',
      ' · lasted less than a minute\n│+ ┃ 2 people took part: Ana Silva (host) and Ben Okafor\n│+ ┃ Started ',
      'Webhook meeting.ended: the plugin took it (answer 204).',
    );
  });

  it('lets people wait, in and out in Zoom, by their first names, as guests and by phone', async () => {
    const {seen, failed} = await play(
      '/zoom start',
      'zoom join ben',
      'zoom leave Ben',
      'zoom waiting room on',
      'zoom start',
      'zoom join Carla Mota',
      'zoom admit Carla Mota',
      'zoom breakout Carla Mota',
      'zoom breakout Carla Mota',
      'zoom put back Carla Mota',
      'zoom waiting room off',
      'zoom phone',
      'zoom others first on',
      'zoom end',
      'zoom personal Ben',
      'zoom leave Ben',
      'zoom waiting room maybe',
    );
    expect(failed).toBe(17);
    expectInOrder(
      seen,
      'In Zoom: Ben Okafor waits for "Zoom meeting". In it: nobody. Waiting: Ben Okafor.',
      'In Zoom: Ben Okafor has left "Zoom meeting". In it: nobody.\n',
      '"Zoom meeting" has a waiting room now.',
      'In Zoom: Carla Mota waits for "Zoom meeting". In it: Ana Silva. Waiting: Carla Mota.',
      'In Zoom: Carla Mota was let in to "Zoom meeting". In it: Ana Silva, Carla Mota.',
      'In Zoom: Carla Mota is in a breakout room.',
      'In Zoom: Carla Mota is back from the breakout room. In it: Ana Silva, Carla Mota.',
      'In Zoom: Carla Mota was put back from "Zoom meeting". In it: Ana Silva. Waiting: Carla Mota.',
      'In Zoom: 1646***0100 has dialled in to "Zoom meeting". In it: Ana Silva, 1646***0100.',
      'Others may begin "Zoom meeting" before its host now.',
      'In Zoom: "Ben Okafor\'s Personal Meeting Room" is on, for something private.',
      'In it: nobody.',
      'Type zoom waiting room on, or zoom waiting room off.',
    );
  });

  it('has ended when time passes, although no webhook told of it: Zoom is asked', async () => {
    const {seen, failed} = await play(
      '/zoom start Retrospective',
      'zoom start',
      'zoom fault webhook day',
      'zoom end',
      'later',
      'later soon',
    );
    expect(failed).toBe(6);
    expectInOrder(
      seen,
      'Webhook meeting.ended: it was lost on its way.',
      '“Retrospective” that Ana Silva started has ended after less than a',
      '20 minutes later.',
      'How many minutes? For example: later 20',
    );
  });
});
