import type {RecordOutcome} from '../../../server/core/usecases/record-meeting-event.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import {askZoomJob} from '../../../server/inbound/jobs/ask-zoom.js';
import type {JobOutcome} from '../../../server/inbound/jobs/job-kind.js';
import {createTurns} from '../../../server/outbound/store/turns.js';
import type {FakeWorld} from '../../support/fake-world.js';
import {type Accident, startMortalProcess} from '../../support/mortal-process.js';
import type {Told} from './told.js';

/** Two nodes on one store. One that has died is started anew when it is needed next. */
export interface Nodes {
  /** `undefined`: it is not answered with 2xx. */
  hear: (node: number, told: Told) => Promise<'acknowledged' | undefined>;
  /** Looks at a number as the job does. `undefined`: the node died, or a call of its failed. */
  lookAt: (
    node: number,
    job: {about: string; since: number; tries: number},
  ) => Promise<JobOutcome | undefined>;
  /** Ends the process, and starts one that has this accident. */
  restart: (node: number, accident: Accident) => void;
  /** What they do beside their answers has ended. */
  idle: () => Promise<void>;
}

const UNHARMED: Accident = {atCall: Infinity, isCarriedOut: true, kind: 'fails'};

export function createNodes(world: FakeWorld): Nodes {
  const start = (accident: Accident) => {
    const process = startMortalProcess(world, accident);
    const state = {process, isDead: false};
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
    async hear(node, {event: {by, event}}) {
      const receivedAt = world.clock.now();
      const outcome = await answered<RecordOutcome | {kind: 'hint'}>(node, (process) =>
        by === 'meeting' ? process.record({...event, receivedAt}) : process.hear({...event, receivedAt}),
      );
      return outcome === undefined || outcome.kind === 'not-shown' ? undefined : 'acknowledged';
    },
    lookAt: (node, job) =>
      answered(node, ({cards, askZoomAbout, showLagging, record}) => {
        const kind = askZoomJob({
          cards,
          askZoomAbout,
          showLagging,
          record,
          leftUnshown: () => undefined,
          activity: {read: async () => NO_ACTIVITY},
          turns: createTurns(world, 1_000),
          clock: world.clock,
          isZoomSetUp: true,
          ledNowhere: () => undefined,
        });
        return kind.run({...job, dueAt: world.clock.now()}, new AbortController().signal);
      }),
    restart: (node, accident) => void (nodes[node] = start(accident)),
    idle: async () => void (await Promise.all(nodes.map(({process}) => process.idle()))),
  };
}
