import type {JoinArguments} from './read-arguments.js';

/** What the simulator answers: sdk/answer-join.ts and sdk/create-sdk-sessions.ts. */
export type JoinAnswer = {session: string} | {errorCode: number; errorMessage: string};

export interface ClientView {
  state: 'in' | 'waitingRoom' | 'over' | 'removed';
  topic: string;
  people: readonly string[];
}

/** Zoom, as the SDK in a browser sees it. */
export interface ZoomServer {
  join: (given: JoinArguments) => Promise<JoinAnswer>;
  view: (session: string) => Promise<ClientView>;
  leave: (session: string) => Promise<unknown>;
  /** The same while the page is being closed, when no answer is waited for. */
  leaveAtOnce: (session: string) => void;
}

/** `base`: where the SDK came from, without its version. */
export function createZoomServer(base: string): ZoomServer {
  const leaveAddress = (session: string): string => `${base}/sessions/${session}/leave`;
  return {
    join: async (given) => {
      const response = await fetch(`${base}/join`, {method: 'POST', body: JSON.stringify(given)});
      return (await response.json()) as JoinAnswer;
    },
    view: async (session) => (await (await fetch(`${base}/sessions/${session}`)).json()) as ClientView,
    leave: (session) => fetch(leaveAddress(session), {method: 'POST'}),
    leaveAtOnce: (session) => void navigator.sendBeacon(leaveAddress(session)),
  };
}
