import type {Api} from '../api/create-api.js';
import type {ClientState} from './client-state.js';
import type {Observable} from './observable.js';

/** Calls back once after that many milliseconds; call the answer to cancel it. */
export type After = (milliseconds: number, then: () => void) => () => void;

interface AskClientDeps {
  api: Pick<Api, 'client'>;
  state: Observable<ClientState>;
  after: After;
  /** From 0 to 1. */
  random: () => number;
}

/** Keeps what `GET /api/v1/client` says up to date. */
export interface AskClient {
  now(): void;
  /** All clients hear about a change at the same moment, but they must not all ask at once. */
  soon(): void;
  stop(): void;
}

const SPREAD_MS = 5_000;
const RETRY_MS = [5_000, 20_000, 60_000, 300_000];

/** Asks again if the server did not answer; what was known stays until then. */
export function createAskClient({api, state, after, random}: AskClientDeps): AskClient {
  let cancel = (): void => undefined;
  let isStopped = false;
  let asked = 0;
  const ask = async (attempt: number): Promise<void> => {
    asked += 1;
    const own = asked;
    cancel();
    const answer = await api.client();
    // Only the answer to the latest question counts.
    if (isStopped || own !== asked) return;
    if (answer.kind === 'answer') state.change({client: answer.value});
    else wait(RETRY_MS[attempt] ?? 300_000, attempt + 1);
  };
  const wait = (milliseconds: number, attempt: number): void => {
    cancel();
    cancel = after(milliseconds * (0.5 + random() / 2), () => void ask(attempt));
  };
  return {
    now: () => void ask(0),
    soon: () => wait(SPREAD_MS * random(), 0),
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
