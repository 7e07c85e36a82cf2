import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../sandbox/sandbox.js';
import {shared} from '../../support/shared/shared.js';
import {expectInOrder, playIn} from './play-in.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox({pluginDir: (await shared('plugin')).folder, hasPlans: true});
});
afterEach(() => sandbox.close());

it('The calendar in Zoom is filled, changed and emptied by words, and webinars are held', async () => {
  const {seen, failed} = await playIn(sandbox, [
    'zoom plan registration Interview',
    'zoom register Carla',
    'zoom move',
    'zoom rename Second interview',
    'zoom delete',
    'zoom plan weekly Team',
    'zoom plan webinar Launch',
    'zoom webinar start',
    'zoom webinar attend Carla',
    'zoom webinar leave Carla',
    'zoom webinar end',
  ]);
  expect(failed).toBeUndefined();
  expectInOrder(
    seen,
    'In Zoom: a meeting to register for, "Interview", is planned for tomorrow, under the number 8',
    'In Zoom: Carla has registered for "Interview".',
    'In Zoom: "Interview" takes place a day later.',
    'In Zoom: "Interview" is called "Second interview" now.',
    'In Zoom: "Second interview" is deleted.',
    'In Zoom: a weekly meeting, "Team", is planned',
    'In Zoom: the host has started "Launch".',
    'In Zoom: Carla attends "Launch".',
    'In Zoom: Carla has left "Launch".',
    'In Zoom: "Launch" has ended.',
  );
  expect(sandbox.zoom.meetings.at(-1)?.occurrences).toHaveLength(8);
  expect(sandbox.zoom.webinars.at(-1)?.past).toHaveLength(1);
});

it.each([
  ['zoom plan', 'What is it about? For example: zoom plan Plans'],
  ['zoom register Carla 80000000001', "Zoom's calendar has no meeting 80000000001."],
  ['zoom webinar attend', 'Who is it? For example: zoom webinar attend Carla'],
  ['zoom webinar attend Carla', 'is waiting, not started'],
])('What cannot be done is said: %s', async (line, says) => {
  const {seen, failed} = await playIn(sandbox, [line]);
  expect(failed).toBe(1);
  expect(seen.replace(/\s+/g, ' ')).toContain(says);
});

it('Ana has planned something of each sort before anybody looks, and a webinar is over', () => {
  const {meetings, webinars, users} = sandbox.zoom;
  const ana = users.find(({firstName}) => firstName === 'Ana')?.id;
  expect(new Set(meetings.filter(({hostId}) => hostId === ana).map(({type}) => type))).toEqual(
    new Set([2, 3, 8]),
  );
  expect(meetings.every(({status}) => status === 'waiting')).toBe(true);
  expect(webinars.map(({past}) => past.length)).toEqual([0, 0, 1]);
  expect(sandbox.zoom.deliveries).toEqual([]);
});
