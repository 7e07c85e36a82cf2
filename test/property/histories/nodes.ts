import type {RecordOutcome} from '../../../server/core/usecases/record-meeting-event.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import {askZoomJob} from '../../../server/inbound/jobs/ask-zoom.js';
import type {JobKind, JobOutcome} from '../../../server/inbound/jobs/job-kind.js';
import {createTurns} from '../../../server/outbound/store/turns.js';
import type {FakeWorld} from '../../support/fake-world.js';
import {type Accident, startMortalProcess} from '../../support/mortal-process.js';
import type {Told} from './told.js';

/** Two nodes on one store. One that has died is started anew when it is needed next. */
export interface Nodes {
  /** `undefined`: it is not answered with 2xx. */
  hear: (node: number, told: Told) => Promise<'acknowledged' | undefined>;
  /** Looks at a number as the job does. */
  lookAt: (node: number, job: {about: string; since: number; tries: number}) => Promise<Look>;
  /** Shows what is on record of a number, as the job does. */
  show: (node: number, number: string) => Promise<boolean>;
  /** Numbers of which something is not shown, as far as nodes know that are alive; each is told once. */
  takeUnshown: () => string[];
  /** Numbers whose meetings run although nobody looks at them any more; each is told once. */
  takeUnwatched: () => string[];
  /** Ends the process, and starts one that has this accident. */
  restart: (node: number, accident: Accident) => void;
  /** What they do beside their answers has ended. */
  idle: () => Promise<void>;
}

export interface Look {
  /** `undefined`: the node has died, or rejected. */
  outcome: JobOutcome | undefined;
  /** Its accident fell into this look: nobody knows what it has learnt. */
  isHarmed: boolean;
}

const UNHARMED: Accident = {atCall: Infinity, isCarriedOut: true, kind: 'fails'};

export function createNodes(world: FakeWorld): Nodes {
  const start = (accident: Accident) => {
    const process = startMortalProcess(world, accident);
    const state = {process, accident, isDead: false};
    void process.died.then(() => (state.isDead = true));
    return state;
  };
  const nodes = [start(UNHARMED), start(UNHARMED)];
  const processOf = (node: number) => {
    if (nodes[node]?.isDead !== false) nodes[node] = start(UNHARMED);
    return nodes[node].process;
  };
  const answered = <T>(node: number, work: (process: ReturnType<typeof processOf>) => Promise<T>) => {
    const process = processOf(node);
    const answer = work(process).catch(() => undefined);
    return Promise.race([answer, process.died.then(() => undefined)]);
  };
  return {
    async hear(node, {event: told}) {
      const receivedAt = world.clock.now();
      const outcome = await answered<RecordOutcome | {kind: 'hint'}>(node, (process) =>
        tell(process, told, receivedAt),
      );
      return outcome === undefined || outcome.kind === 'not-shown' ? undefined : 'acknowledged';
    },
    async lookAt(node, job) {
      const {calls} = processOf(node);
      const {atCall} = nodes[node]?.accident ?? UNHARMED;
      const isDue = calls() < atCall;
      const outcome = await answered(node, (process) =>
        createLook(world, process).run({...job, dueAt: world.clock.now()}, new AbortController().signal),
      );
      return {outcome, isHarmed: isDue && calls() >= atCall};
    },
    show: async (node, number) => (await answered(node, ({showLagging}) => showLagging(number))) === 'shown',
    takeUnshown: () => nodes.flatMap(({process, isDead}) => (isDead ? [] : process.unshown().splice(0))),
    takeUnwatched: () => nodes.flatMap(({process, isDead}) => (isDead ? [] : process.takeWatched())),
    restart: (node, accident) => void (nodes[node] = start(accident)),
    idle: async () =>
      void (await Promise.all(nodes.map(({process}) => Promise.race([process.idle(), process.died])))),
  };
}

const tell = (
  process: ReturnType<typeof startMortalProcess>,
  {by, event}: Told['event'],
  receivedAt: number,
): Promise<RecordOutcome | {kind: 'hint'}> => {
  switch (by) {
    case 'meeting':
      return process.record({...event, receivedAt});
    case 'participant':
      return process.hear({...event, receivedAt});
    case 'plan':
      return process.hearOfPlan({...event, receivedAt}, 'fresh');
  }
};

const createLook = (
  world: FakeWorld,
  {cards, askZoomAbout, askAttendance, showLagging, record, unshown}: ReturnType<typeof startMortalProcess>,
): JobKind =>
  askZoomJob({
    cards,
    askZoomAbout,
    askAttendance,
    showLagging,
    record,
    leftUnshown: (number) => void unshown().push(number),
    activity: {read: async () => NO_ACTIVITY},
    turns: createTurns(world, 1_000),
    clock: world.clock,
    isZoomSetUp: true,
    ledNowhere: () => undefined,
  });
