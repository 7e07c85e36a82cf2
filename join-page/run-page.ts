import type {Refused} from './kept-refusal.js';
import type {Answer, JoinServer} from './server/create-join-server.js';
import {delayOf, formDelay} from './machine/delay.js';
import type {Event, SdkFailure, SdkRefusal} from './machine/event.js';
import {type Circumstances, FIRST, next} from './machine/next.js';
import type {State, Waiting} from './machine/state.js';
import type {Sdk} from './sdk/create-sdk.js';
import {pause, type Timer} from './timer.js';

export interface RunPageDeps {
  server: JoinServer;
  sdk: Sdk;
  circumstances: Circumstances;
  /** What Zoom has said to this page before it was loaded anew. */
  refused: Refused | undefined;
  /** Loads the page anew, which is told this. */
  startAnew: (refused: Refused) => void;
  timer: Timer;
  /** From 0 up to 1. */
  random: () => number;
  isHidden: () => boolean;
  show: (state: State) => void;
  /** Browsers ask the person first, or do nothing: nobody hears what came of it. */
  openApp: (address: string) => void;
}

/** Shows each state, and does what is to be done in it until something happens. @returns what tells it of an event */
export function runPage(deps: RunPageDeps): (event: Event) => void {
  let state = FIRST;
  let work = new AbortController();
  const enter = (entered: State): void => {
    work.abort();
    work = new AbortController();
    const {signal} = work;
    state = entered;
    deps.show(state);
    void doWork(deps, state, signal).then((event) => {
      if (event !== undefined && !signal.aborted) tell(event);
    });
  };
  const tell = (event: Event): void => {
    const after = next(state, event, deps.circumstances);
    if (after !== state) enter(after);
  };
  enter(firstState(deps));
  return tell;
}

function firstState({refused, circumstances}: RunPageDeps): State {
  if (refused === undefined) return FIRST;
  const {refusal: failure, who, meeting} = refused;
  return next({...FIRST, who, meeting}, {kind: 'notJoined', failure}, circumstances);
}

/** @returns what has happened; `undefined`: the next step is the person's, or that of Zoom's view */
async function doWork(deps: RunPageDeps, state: State, signal: AbortSignal): Promise<Event | undefined> {
  const {server, timer, random} = deps;
  switch (state.kind) {
    case 'looking':
      return look(server, signal);
    case 'form':
      if (state.meeting?.state !== 'waiting') return undefined;
      await pause(timer, formDelay(random()), signal);
      return look(server, signal);
    case 'entering':
      return enterAs(server, state, signal);
    case 'waiting':
      await pause(timer, waitOf(deps, state), signal);
      return state.who !== undefined && state.waitsFor !== 'host'
        ? enterAs(server, state, signal)
        : look(server, signal);
    case 'joining':
      return joinOnce(deps, state);
    case 'linking':
      return eventOf(await server.link(signal), (link) => ({kind: 'linked', link}));
    case 'linked':
      if (state.link.app_url !== undefined) deps.openApp(state.link.app_url);
      return undefined;
    case 'inside':
    case 'halted':
      return undefined;
  }
}

/** Zoom's SDK is good for one try in a document: the next takes a new one. */
async function joinOnce(
  {sdk, startAnew}: RunPageDeps,
  state: State & {kind: 'joining'},
): Promise<Event | undefined> {
  const event = await sdk.join(state.entry);
  if (event.kind === 'joined' || isAbsence(event.failure) || state.who === undefined) return event;
  startAnew({refusal: event.failure, who: state.who, meeting: state.meeting});
  return undefined;
}

const isAbsence = (failure: SdkFailure): failure is Exclude<SdkFailure, SdkRefusal> =>
  failure.kind === 'missing' || failure.kind === 'other';

const waitOf = ({isHidden, random}: RunPageDeps, waiting: Waiting): number =>
  delayOf(waiting, {isHidden: isHidden(), random: random()});

const look = async (server: JoinServer, signal: AbortSignal): Promise<Event> =>
  eventOf(await server.meeting(signal), (meeting) => ({kind: 'seen', meeting}));

async function enterAs(server: JoinServer, {who}: State, signal: AbortSignal): Promise<Event | undefined> {
  if (who === undefined) return undefined;
  return eventOf(await server.entry(who, signal), (entry) => ({kind: 'entered', entry}));
}

const eventOf = <Value>(answer: Answer<Value>, made: (value: Value) => Event): Event =>
  answer.kind === 'answer' ? made(answer.value) : answer;
