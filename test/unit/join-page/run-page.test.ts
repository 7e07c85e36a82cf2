import {setImmediate} from 'node:timers/promises';
import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Entry, JoinableMeeting} from '../../../contract/join-page.js';
import type {Refused} from '../../../join-page/kept-refusal.js';
import type {State} from '../../../join-page/machine/state.js';
import {runPage, type RunPageDeps} from '../../../join-page/run-page.js';
import type {Answer} from '../../../join-page/server/create-join-server.js';

const zoe = {name: 'Zoe', email: ''};
const entry: Entry = {signature: 's', meeting_number: '1', passcode: '', name: 'Zoe'};
const meeting: JoinableMeeting = {
  state: 'waiting',
  kind: 'meeting',
  number: '1',
  topic: '',
  text: 'Not yet.',
  asks_email: false,
};
const refusal = {code: 'not_begun', message: 'Not yet.', retryAfter: 0};

let states: State[];
let asked: string[];
let opened: string[];
let timers: {milliseconds: number; run: () => void}[];
let sight: Answer<JoinableMeeting>;
let entries: Answer<Entry>;
let joined: Awaited<ReturnType<RunPageDeps['sdk']['join']>>;
let told: Refused[];
let isHidden: boolean;
beforeEach(() => {
  [states, asked, opened, timers] = [[], [], [], []];
  sight = {kind: 'answer', value: meeting};
  entries = {kind: 'refused', refusal};
  joined = {kind: 'joined'};
  told = [];
  isHidden = false;
});

const deps = (): RunPageDeps => ({
  server: {
    meeting: async () => (asked.push('meeting'), sight),
    entry: async () => (asked.push('entry'), entries),
    link: async () => ({
      kind: 'answer',
      value: {url: 'https://zoom.us/j/1', app_url: 'zoommtg://zoom.us/join'},
    }),
  },
  sdk: {join: async () => (asked.push('sdk'), joined)},
  circumstances: {canJoin: true, opensApp: false},
  refused: undefined,
  startAnew: (refused) => told.push(refused),
  timer: (milliseconds, run) => {
    const timer = {milliseconds, run};
    timers.push(timer);
    return () => (timers = timers.filter((other) => other !== timer));
  },
  random: () => 0.5,
  isHidden: () => isHidden,
  show: (state) => states.push(state),
  openApp: (address) => opened.push(address),
});
const last = (): string => states.at(-1)?.kind ?? '';

/** The one thing that is waited for happens. */
async function pass(milliseconds: number): Promise<void> {
  expect(timers.map((timer) => timer.milliseconds)).toEqual([milliseconds]);
  timers.splice(0).forEach(({run}) => run());
  await setImmediate();
}

async function pressJoin(): Promise<ReturnType<typeof runPage>> {
  const tell = runPage(deps());
  await setImmediate();
  tell({kind: 'submitted', who: zoe});
  await setImmediate();
  return tell;
}

describe('The page, while it runs', () => {
  it('looks at the meeting now and then while nobody has pressed Join, and joins for nobody', async () => {
    runPage(deps());
    await setImmediate();
    await pass(30_000);
    sight = {kind: 'answer', value: {...meeting, state: 'live'}};
    await pass(30_000);
    expect(asked).toEqual(['meeting', 'meeting', 'meeting']);
    expect(last()).toBe('form');
    expect(timers).toEqual([]);
  });

  it('asks every ten seconds whether the host is there, and joins at once when they are', async () => {
    await pressJoin();
    await pass(10_000);
    expect(last()).toBe('waiting');
    sight = {kind: 'answer', value: {...meeting, state: 'live'}};
    entries = {kind: 'answer', value: entry};
    await pass(10_000);
    expect(asked).toEqual(['meeting', 'entry', 'meeting', 'meeting', 'entry', 'sdk']);
    expect(last()).toBe('inside');
  });

  it('asks less often while nobody looks, and at once when somebody does', async () => {
    isHidden = true;
    const tell = await pressJoin();
    expect(timers.map(({milliseconds}) => milliseconds)).toEqual([60_000]);
    tell({kind: 'woken'});
    await pass(0);
    expect(asked).toEqual(['meeting', 'entry', 'meeting']);
  });

  it('begins anew after each no of Zoom’s, and goes on where it was', async () => {
    entries = {kind: 'answer', value: entry};
    joined = {kind: 'notJoined', failure: {kind: 'code', code: 3008}};
    await pressJoin();
    expect(last()).toBe('joining');
    expect(told).toEqual([{refusal: {kind: 'code', code: 3008}, who: zoe, meeting}]);
    runPage({...deps(), refused: told[0]});
    expect(last()).toBe('waiting');
    sight = {kind: 'answer', value: {...meeting, state: 'live'}};
    joined = {kind: 'joined'};
    await pass(30_000);
    expect(asked).toEqual(['meeting', 'entry', 'sdk', 'meeting', 'entry', 'sdk']);
    expect(last()).toBe('inside');
  });

  it('stays where Zoom’s files are not there', async () => {
    entries = {kind: 'answer', value: entry};
    joined = {kind: 'notJoined', failure: {kind: 'missing'}};
    await pressJoin();
    expect(told).toEqual([]);
    expect(last()).toBe('halted');
  });

  it('takes up again what was in vain: the entry, where one was asked for', async () => {
    entries = {kind: 'offline'};
    await pressJoin();
    await pass(3_000);
    entries = {kind: 'answer', value: entry};
    await pass(6_000);
    expect(asked).toEqual(['meeting', 'entry', 'entry', 'entry', 'sdk']);
  });

  it('forgets what it waited for when the person does something else', async () => {
    const tell = await pressJoin();
    tell({kind: 'pressed', what: 'zoom'});
    expect(timers).toEqual([]);
    await setImmediate();
    expect(last()).toBe('linked');
    expect(opened).toEqual(['zoommtg://zoom.us/join']);
  });

  it('does not listen to an answer that came too late', async () => {
    let answer = (_given: Answer<JoinableMeeting>): void => undefined;
    const slow = deps();
    slow.server.meeting = () => new Promise((resolve) => (answer = resolve));
    const tell = runPage(slow);
    tell({kind: 'pressed', what: 'zoom'});
    await setImmediate();
    answer(sight);
    await setImmediate();
    expect(last()).toBe('linked');
  });
});
