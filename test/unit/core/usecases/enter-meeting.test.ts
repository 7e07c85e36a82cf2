import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {createEnterMeeting, type EnterMeeting} from '../../../../server/core/usecases/enter-meeting.js';
import {createGetJoinLink} from '../../../../server/core/usecases/get-join-link.js';
import type {Joinable} from '../../../../server/core/usecases/judge-joinable.js';
import type {LookAtJoinableOutcome} from '../../../../server/core/usecases/look-at-joinable.js';
import type {Pass} from '../../../../server/core/usecases/read-pass.js';

const link = new SecretText('https://zoom.us/j/85512345678?pwd=abc');
const live: Extract<Joinable, {state: 'live'}> = {
  state: 'live',
  isCertain: true,
  topic: 'Quarterly',
  link,
  passcode: new SecretText('s3cret'),
};
const BY_STATE: {readonly [State in Joinable['state']]: Extract<Joinable, {state: State}>} = {
  live,
  waiting: {state: 'waiting', topic: '', link},
  registration: {state: 'registration', topic: '', url: 'https://zoom.us/meeting/register/1'},
  elsewhere: {state: 'elsewhere', because: 'account', topic: '', link},
  over: {state: 'over', topic: ''},
};
const pass: Pass = {
  number: '85512345678',
  kind: 'meeting',
  topic: '',
  host: {userId: 'ana', zoomUserId: 'zoom-ana'},
  person: undefined,
};

let looked: LookAtJoinableOutcome;
let signed: string[];
let enter: EnterMeeting;
const lookAtJoinable = async () => looked;
beforeEach(() => {
  looked = {kind: 'seen', meeting: live};
  signed = [];
  const signEntry = async (number: string) => {
    signed.push(number);
    return new SecretText(`signature ${signed.length}`);
  };
  enter = createEnterMeeting({lookAtJoinable, signEntry});
});
const enterAs = (name: string, email?: string, changes: Partial<Pass> = {}) =>
  enter({...pass, ...changes}, {name, email});

describe('who enters a meeting', () => {
  it('gets a signature of their own, the passcode, and their name as they typed it', async () => {
    const entry = {
      signature: new SecretText('signature 1'),
      number: pass.number,
      passcode: new SecretText('s3cret'),
      name: 'Ana Silva',
      email: undefined,
    };
    expect(await enterAs(' Ana\u202e\n Silva ')).toEqual({kind: 'entry', entry});
    expect(await enterAs('Ben')).toMatchObject({entry: {signature: new SecretText('signature 2')}});
    expect(signed).toEqual([pass.number, pass.number]);
  });

  it('has a name that can be seen, and is not longer than Zoom takes', async () => {
    for (const nothing of ['', ' \n ', '\u200b\u2060', '\u3164']) {
      expect(await enterAs(nothing)).toEqual({kind: 'name-needed'});
    }
    const long = await enterAs('n'.repeat(200));
    expect(long.kind === 'entry' && long.entry.name).toHaveLength(64);
    expect(signed).toHaveLength(1);
  });

  it('has nothing in their name that Zoom’s SDK would take for markup', async () => {
    expect(await enterAs('Ana <script>')).toMatchObject({entry: {name: 'Ana ‹script›'}});
  });

  it('names an address for a webinar, and a member’s is known', async () => {
    const kind = 'webinar';
    const tooLong = `${'a'.repeat(90)}@example.org`;
    for (const nothing of [undefined, '', 'me', 'no address@', tooLong, '<script>@example.org']) {
      expect(await enterAs('Ana', nothing, {kind})).toEqual({kind: 'email-needed'});
    }
    expect(await enterAs('Ana', ' Ana@Example.com', {kind})).toMatchObject({
      entry: {email: 'ana@example.com'},
    });
    const person = {name: 'Ben', email: 'ben@example.org'};
    expect(await enterAs('Ben', '', {kind, person})).toMatchObject({entry: {email: 'ben@example.org'}});
    expect(await enterAs('Ben', '', {person})).toMatchObject({entry: {email: undefined}});
  });

  it.each(['waiting', 'registration', 'elsewhere', 'over'] as const)(
    'A-45 gets neither a signature nor the passcode while it is not live but %s',
    async (state) => {
      looked = {kind: 'seen', meeting: BY_STATE[state]};
      expect(await enterAs('Ana')).toEqual({kind: 'not-live', meeting: BY_STATE[state]});
      expect(signed).toEqual([]);
    },
  );

  it('gets nothing where Zoom says nothing, or there is no page', async () => {
    looked = {kind: 'given-away'};
    expect(await enterAs('Ana')).toEqual({kind: 'given-away'});
    looked = {kind: 'zoom-trouble', problem: {kind: 'timeout'}};
    expect(await enterAs('Ana')).toEqual(looked);
    enter = createEnterMeeting({lookAtJoinable, signEntry: undefined});
    expect(await enterAs('Ana')).toEqual({kind: 'not-configured'});
  });
});

describe('Zoom’s own link', () => {
  const getJoinLink = createGetJoinLink({lookAtJoinable});

  it.each(['live', 'waiting', 'elsewhere'] as const)('is there while it is %s', async (state) => {
    looked = {kind: 'seen', meeting: BY_STATE[state]};
    expect(await getJoinLink(pass)).toEqual({kind: 'link', link});
  });

  it.each(['registration', 'over'] as const)('is not there while it is %s', async (state) => {
    looked = {kind: 'seen', meeting: BY_STATE[state]};
    expect(await getJoinLink(pass)).toEqual({kind: 'no-link', meeting: BY_STATE[state]});
  });

  it('is not there where Zoom says nothing', async () => {
    looked = {kind: 'given-away'};
    expect(await getJoinLink(pass)).toEqual({kind: 'given-away'});
  });
});
