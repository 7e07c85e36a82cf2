import type {JoinableMeeting} from '../../contract/join-page.js';
import {afterRefusal} from './after-refusal.js';
import type {Event, Failure, Refusal, SdkFailure} from './event.js';
import type {Halt} from './halt.js';
import {meaningOf} from './sdk-errors.js';
import type {FormError, State, Waiting} from './state.js';
import type {Words} from './words.js';

/** What does not change while the page is open. */
export interface Circumstances {
  /** This browser has what Zoom's client needs. */
  canJoin: boolean;
  /** The address asks for the Zoom app. */
  opensApp: boolean;
}

/** So long after Zoom's own no. */
const TRY_AGAIN_MS = 30_000;

export const FIRST: State = {kind: 'looking', meeting: undefined, who: undefined};

/** What the page is in after something has happened. */
export function next(state: State, event: Event, circumstances: Circumstances): State {
  switch (event.kind) {
    case 'seen':
      return afterSight(state, event.meeting, circumstances);
    case 'refused':
      return afterNo(state, event.refusal);
    case 'trouble':
    case 'offline':
      return inVain(state, event);
    case 'entered':
      return {...known(state), kind: 'joining', entry: event.entry};
    case 'joined':
      return {...known(state), kind: 'inside'};
    case 'notJoined':
      return afterSdk(state, event.failure);
    case 'linked':
      return {...known(state), kind: 'linked', link: event.link};
    case 'submitted':
      return {meeting: state.meeting, who: event.who, kind: 'entering'};
    case 'pressed':
      return afterPress(state, event.what, circumstances);
    case 'woken':
      return isWokenEarly(state) ? {...state, isHurried: true} : state;
  }
}

const known = ({meeting, who}: State): Pick<State, 'meeting' | 'who'> => ({meeting, who});

const halted = (state: State, halt: Halt): State => ({...known(state), kind: 'halted', halt});

/** Who was told to come back later does not come earlier because they look at the page. */
const isWokenEarly = (state: State): state is State & Waiting =>
  state.kind === 'waiting' && (state.waitsFor === 'host' || state.waitsFor === 'network');

const form = (state: State, error?: FormError): State => ({
  meeting: state.meeting,
  who: undefined,
  kind: 'form',
  error,
});

function afterSight(before: State, meeting: JoinableMeeting, circumstances: Circumstances): State {
  const state: State = {...before, meeting};
  const isFirst = state.who === undefined && (state.kind === 'looking' || state.kind === 'waiting');
  const isOpening = circumstances.opensApp && isFirst;
  switch (meeting.state) {
    case 'live':
    case 'waiting':
      if (isOpening) return {...known(state), kind: 'linking'};
      if (!circumstances.canJoin) return halted(state, {words: {text: 'tooOld'}, actions: ['zoom']});
      if (state.who !== undefined) {
        return meeting.state === 'live'
          ? {...known(state), kind: 'entering'}
          : waitsForHost(state, meeting.text);
      }
      return form(state, state.kind === 'form' ? state.error : undefined);
    case 'elsewhere':
      if (isOpening) return {...known(state), kind: 'linking'};
      return halted(state, {words: meeting.text, actions: ['zoom']});
    case 'registration': {
      const {registration_url: url, text} = meeting;
      const halt: Halt = {words: text, actions: []};
      return halted(state, url === undefined ? halt : {...halt, link: {to: 'register', url}});
    }
    case 'over':
      return halted(state, {words: meeting.text, actions: []});
  }
}

const waitsForHost = (state: State, words: Words, atLeast = 0): State => ({
  ...known(state),
  kind: 'waiting',
  waitsFor: 'host',
  words,
  failures: 0,
  atLeast,
  isHurried: false,
});

function afterNo(state: State, refusal: Refusal): State {
  const after = afterRefusal(refusal);
  switch (after.kind) {
    case 'halt':
      return halted(state, after.halt);
    case 'ask':
      return form(state, {field: after.field, words: refusal.message});
    case 'wait':
      if (after.waitsFor === 'host') return waitsForHost(state, refusal.message);
      return later(state, {
        waitsFor: after.waitsFor,
        words: refusal.message,
        atLeast: refusal.retryAfter,
      });
  }
}

const inVain = (state: State, failure: Exclude<Failure, {kind: 'refused'}>): State =>
  failure.kind === 'offline'
    ? later(state, {waitsFor: 'network', words: {text: 'offline'}, atLeast: 0})
    : later(state, {
        waitsFor: 'server',
        words: {text: 'trouble', values: {status: failure.status}},
        atLeast: 0,
      });

/** A form stays what it is, and whoever asked for a link presses again: the others are led on when it works again. */
function later(state: State, wait: Pick<Waiting, 'waitsFor' | 'words' | 'atLeast'>): State {
  if (state.kind === 'form') return {...state};
  if (state.kind === 'linking') return halted(state, {words: wait.words, actions: ['zoom', 'retry']});
  const failures = state.kind === 'waiting' ? state.failures + 1 : 1;
  return {...known(state), kind: 'waiting', ...wait, failures, isHurried: false};
}

function afterSdk(state: State, failure: SdkFailure): State {
  switch (failure.kind) {
    case 'missing':
      return halted(state, {words: {text: 'sdkMissing'}, actions: ['retry', 'zoom']});
    case 'other':
      return halted(state, {words: {text: 'sdkOther'}, actions: ['zoom']});
    case 'browser':
      return halted(state, {words: {text: 'tooOld'}, actions: ['zoom']});
    case 'silent':
      return halted(state, {words: {text: 'silent'}, actions: ['retry', 'zoom']});
    case 'code':
      return afterCode(state, failure.code);
  }
}

function afterCode(state: State, code: number): State {
  const meaning = meaningOf(code);
  switch (meaning.kind) {
    case 'host':
      // Where nobody but Zoom knows whether it runs, each question is a try to join.
      return waitsForHost(state, {text: 'waiting'}, TRY_AGAIN_MS);
    case 'ask': {
      const {field, text} = meaning;
      // The server did not know that Zoom wants one.
      const meeting = state.meeting && {...state.meeting, ...(field === 'email' && {asks_email: true})};
      return form({...state, meeting}, {field, words: {text}});
    }
    case 'halt':
      return halted(state, {words: {text: meaning.text, values: {code}}, actions: meaning.actions});
  }
}

function afterPress(state: State, what: 'retry' | 'zoom' | 'back', circumstances: Circumstances): State {
  switch (what) {
    case 'retry':
      if (state.kind === 'waiting') return {...state, isHurried: true};
      return {...known(state), kind: state.who === undefined ? 'looking' : 'entering'};
    case 'zoom':
      return {meeting: state.meeting, who: undefined, kind: 'linking'};
    case 'back':
      return state.meeting === undefined ? FIRST : afterSight(state, state.meeting, circumstances);
  }
}
