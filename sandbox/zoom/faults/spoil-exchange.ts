import type {Request, Response} from 'express';
import type {Answer} from '../api/answer.js';
import type {Clock} from '../environment.js';
import type {Fault} from './fault.js';

/** A call that is about to be answered. */
export interface Exchange {
  request: Request;
  response: Response;
  clock: Clock;
  /** Does what the call asks for. */
  carryOut: () => Promise<Answer>;
  send: (answer: Answer) => void;
}

type Spoil<Kind extends Fault['kind']> = (
  exchange: Exchange,
  fault: Extract<Fault, {kind: Kind}>,
) => Promise<void> | void;

const HUGE_BYTES = 300_000_000;

const SPOILERS: {[Kind in Fault['kind']]: Spoil<Kind>} = {
  hang: async ({carryOut}, {afterwards}) => {
    if (afterwards) await carryOut();
  },
  reset: async ({carryOut, request}, {afterwards}) => {
    if (afterwards) await carryOut();
    request.socket.resetAndDestroy();
  },
  slow: async ({carryOut, send, clock}, {ms}) => {
    const answer = await carryOut();
    clock.after(ms, () => send(answer));
  },
  answer: ({send}, {status, body, headers}) => send({status, body, ...(headers && {headers})}),
  'not-json': ({response}) => void response.status(200).type('html').send('<h1>Zoom will be right back</h1>'),
  change: async ({carryOut, send}, {fields = {}, without = []}) => {
    const answer = await carryOut();
    const left = Object.entries(answer.body as object).filter(([name]) => !without.includes(name));
    send({...answer, body: {...Object.fromEntries(left), ...fields}});
  },
  huge: ({response}, {bytes = HUGE_BYTES}) => flood(response, bytes),
  redirect: ({response}, {location}) => void response.redirect(302, location),
};

export function spoilExchange<Kind extends Fault['kind']>(
  exchange: Exchange,
  fault: Extract<Fault, {kind: Kind}>,
): Promise<void> | void {
  const spoil: Spoil<Kind> = SPOILERS[fault.kind];
  return spoil(exchange, fault);
}

/** Blanks, as fast as they are taken. */
function flood(response: Response, bytes: number): void {
  response.status(200).set({'Content-Type': 'application/json', 'Content-Length': String(bytes)});
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      const piece = chunk.subarray(0, Math.min(left, chunk.length));
      left -= piece.length;
      if (!response.write(piece)) return;
    }
    response.end();
  };
  response.on('drain', more);
  response.on('error', () => undefined);
  more();
}
