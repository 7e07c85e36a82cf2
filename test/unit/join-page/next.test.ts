import {describe, expect, it} from '@jest/globals';
import type {JoinableMeeting} from '../../../contract/join-page.js';
import type {Event, Refusal} from '../../../join-page/machine/event.js';
import {type Circumstances, FIRST, next} from '../../../join-page/machine/next.js';
import type {State} from '../../../join-page/machine/state.js';

const able: Circumstances = {canJoin: true, opensApp: false};
const zoe = {name: 'Zoe', email: ''};
const entry = {signature: 's', meeting_number: '1', passcode: '', name: 'Zoe'};

const meeting = (state: JoinableMeeting['state'], more: Partial<JoinableMeeting> = {}): JoinableMeeting => ({
  state,
  kind: 'meeting',
  number: '855 1234 0000',
  topic: '',
  text: `It is ${state}.`,
  asks_email: false,
  ...more,
});
const seen = (state: JoinableMeeting['state'], more: Partial<JoinableMeeting> = {}): Event => ({
  kind: 'seen',
  meeting: meeting(state, more),
});
const refused = (code: string, more: Partial<Refusal> = {}): Event => ({
  kind: 'refused',
  refusal: {code, message: `No: ${code}.`, retryAfter: 0, ...more},
});
const sdkSays = (code: number): Event => ({kind: 'notJoined', failure: {kind: 'code', code}});
const after = (events: readonly Event[], circumstances = able, from: State = FIRST): State =>
  events.reduce((state, event) => next(state, event, circumstances), from);

const typed: Event[] = [seen('waiting'), {kind: 'submitted', who: zoe}];

describe('What the page to join is in', () => {
  it('becomes the form when the meeting is seen, and the meeting when somebody is let in', () => {
    expect(after([seen('live')])).toMatchObject({kind: 'form', who: undefined});
    expect(after(typed)).toMatchObject({kind: 'entering', who: zoe});
    expect(after([...typed, {kind: 'entered', entry}])).toMatchObject({kind: 'joining', entry});
    expect(after([...typed, {kind: 'entered', entry}, {kind: 'joined'}]).kind).toBe('inside');
  });

  it('waits for the host, and leads whoever has pressed Join in when the meeting is on', () => {
    const waiting = after([...typed, refused('not_begun')]);
    expect(waiting).toMatchObject({kind: 'waiting', waitsFor: 'host', words: 'No: not_begun.', who: zoe});
    expect(after([seen('waiting')], able, waiting)).toMatchObject({words: 'It is waiting.', failures: 0});
    expect(after([seen('live')], able, waiting)).toMatchObject({kind: 'entering', who: zoe});
    expect(after([seen('over')], able, waiting)).toMatchObject({
      kind: 'halted',
      halt: {words: 'It is over.'},
    });
  });

  it('never joins for somebody who has not pressed Join', () => {
    const kinds = [seen('waiting'), seen('live'), {kind: 'woken'} as const, seen('live')].map(
      (_event, index, all) => after(all.slice(0, index + 1)).kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['form']));
  });

  it('counts how often in a row it was in vain, and forgets that when it works', () => {
    const gone = after([...typed, {kind: 'offline'}, {kind: 'offline'}, refused('zoom_unavailable')]);
    expect(gone).toMatchObject({kind: 'waiting', waitsFor: 'server', failures: 3, who: zoe});
    expect(after([seen('waiting')], able, gone)).toMatchObject({waitsFor: 'host', failures: 0});
  });

  it('comes no earlier than the server allows, whoever looks at the page', () => {
    const crowd = after([...typed, refused('rate_limited', {retryAfter: 30_000})]);
    expect(crowd).toMatchObject({kind: 'waiting', waitsFor: 'crowd', atLeast: 30_000, isHurried: false});
    expect(after([{kind: 'woken'}], able, crowd)).toBe(crowd);
    expect(after([{kind: 'pressed', what: 'retry'}], able, crowd)).toMatchObject({isHurried: true});
    const offline = after([...typed, {kind: 'offline'}]);
    expect(after([{kind: 'woken'}], able, offline)).toMatchObject({isHurried: true});
  });

  it('leaves the form alone while only its look at the meeting fails', () => {
    const form = after([seen('waiting')]);
    for (const event of [
      {kind: 'offline'},
      {kind: 'trouble', status: 502},
      refused('rate_limited'),
    ] as const) {
      expect(after([event], able, form)).toEqual(form);
    }
    expect(after([refused('pass_revoked')], able, form).kind).toBe('halted');
  });

  it('says what the form lacks at the field', () => {
    expect(after([...typed, refused('email_needed')])).toMatchObject({kind: 'form', error: {field: 'email'}});
    expect(after([...typed, refused('bad_request')])).toMatchObject({kind: 'form', error: {field: 'name'}});
    const asked = after([...typed, {kind: 'entered', entry}, sdkSays(3005)]);
    expect(asked).toMatchObject({kind: 'form', error: {field: 'email'}, meeting: {asks_email: true}});
    const unnamed = after([...typed, {kind: 'entered', entry}, sdkSays(4003)]);
    expect(unnamed).toMatchObject({kind: 'form', error: {field: 'name'}, meeting: {asks_email: false}});
  });

  it('takes a fresh entry where a session has expired', () => {
    const expired = after([...typed, {kind: 'entered', entry}, sdkSays(3705)]);
    expect(expired).toMatchObject({kind: 'halted', halt: {words: {text: 'sessionExpired'}}});
    expect(after([{kind: 'pressed', what: 'retry'}], able, expired)).toMatchObject({
      kind: 'entering',
      who: zoe,
    });
  });

  it.each([
    ['silent', 'silent', ['retry', 'zoom']],
    ['browser', 'tooOld', ['zoom']],
  ] as const)('leads on where Zoom gives no number (%s)', (kind, text, actions) => {
    const halted = after([...typed, {kind: 'entered', entry}, {kind: 'notJoined', failure: {kind}}]);
    expect(halted).toMatchObject({kind: 'halted', halt: {words: {text}, actions}});
  });

  it('waits for the host where Zoom knows better than the server that nobody is there', () => {
    const waiting = after([...typed, {kind: 'entered', entry}, sdkSays(3008)]);
    expect(waiting).toMatchObject({kind: 'waiting', waitsFor: 'host', atLeast: 30_000});
  });

  it('asks for Zoom’s own link, and leads back from it', () => {
    const opensApp = {...able, opensApp: true};
    expect(after([seen('waiting')], opensApp).kind).toBe('linking');
    expect(after([seen('elsewhere')], opensApp).kind).toBe('linking');
    expect(after([seen('over')], opensApp).kind).toBe('halted');
    const linked = after([seen('live'), {kind: 'linked', link: {url: 'https://zoom.us/j/1'}}], opensApp);
    expect(linked.kind).toBe('linked');
    expect(after([{kind: 'pressed', what: 'back'}], opensApp, linked).kind).toBe('form');
    expect(after([seen('live'), {kind: 'offline'}], opensApp)).toMatchObject({
      kind: 'halted',
      halt: {actions: ['zoom', 'retry']},
    });
  });

  it('shows no form in a browser that cannot join', () => {
    const unable = {...able, canJoin: false};
    const halted = after([seen('waiting')], unable);
    expect(halted).toMatchObject({kind: 'halted', halt: {words: {text: 'tooOld'}, actions: ['zoom']}});
    expect(after([{kind: 'pressed', what: 'zoom'}], unable, halted).kind).toBe('linking');
  });

  it('leads out of the page to register and to sign in', () => {
    const url = 'https://example.org/';
    expect(after([seen('registration', {registration_url: url})])).toMatchObject({
      halt: {link: {to: 'register', url}},
    });
    expect(after([refused('sign_in_first', {signInUrl: url})])).toMatchObject({
      halt: {link: {to: 'signIn', url}},
    });
  });
});
