import type {Clock} from '../../core/ports/clock.js';
import {ZoomError} from '../../core/ports/zoom.js';
import type {Credentials} from './auth/credentials.js';
import {startDeadline} from './deadline.js';
import type {Endpoint, LookupEndpoint} from './endpoints/endpoint.js';
import type {SendRequest} from './send-request.js';
import {createSendSigned, type UnsignedRequest} from './send-signed.js';

/** One call with all that belongs to it: token, repetitions, reading. The caller's signal may end it sooner. */
const CALL_LIMIT_MS = 10_000;

/** Calls any row of the endpoint table; input and answer have the types of the row. */
export interface EndpointCaller {
  call: <Input, Answer>(
    endpoint: Endpoint<Input, Answer>,
    input: Input,
    signal: AbortSignal,
  ) => Promise<Answer>;
  /** `undefined`: Zoom says that there is no such thing. */
  find: <Input, Answer>(
    endpoint: LookupEndpoint<Input, Answer>,
    input: Input,
    signal: AbortSignal,
  ) => Promise<Answer | undefined>;
}

export function createEndpointCaller(deps: {
  send: SendRequest;
  credentials: Credentials;
  clock: Clock;
}): EndpointCaller {
  const sendSigned = createSendSigned(deps.send, deps.credentials);

  async function call<Input, Answer>(
    endpoint: Endpoint<Input, Answer>,
    input: Input,
    signal: AbortSignal,
  ): Promise<Answer> {
    const request = describe(endpoint, input);
    const deadline = startDeadline(deps.clock, CALL_LIMIT_MS, signal);
    try {
      return read(endpoint, await sendSigned(request, deadline));
    } finally {
      deadline.end();
    }
  }

  return {
    call,
    find: async (endpoint, input, signal) => {
      try {
        return await call(endpoint, input, signal);
      } catch (error) {
        if (error instanceof ZoomError && isAbsence(error, endpoint.absentCodes)) return undefined;
        throw error;
      }
    },
  };
}

function describe<Input>(endpoint: Endpoint<Input, unknown>, input: Input): UnsignedRequest {
  const body = endpoint.body?.(input);
  return {
    name: endpoint.name,
    method: endpoint.method,
    repeatable: endpoint.method === 'GET',
    path: endpoint.path(input),
    ...(body !== undefined && {body: {type: 'application/json', text: JSON.stringify(body)}}),
  };
}

function read<Answer>(endpoint: Endpoint<never, Answer>, json: unknown): Answer {
  const answer = endpoint.answer.safeParse(json);
  if (answer.success) return answer.data;
  const field = answer.error.issues[0]?.path.join('.') ?? '';
  throw new ZoomError({kind: 'not-understood', detail: 'other-shape'}, {endpoint: endpoint.name, field});
}

const isAbsence = ({problem}: ZoomError, codes: readonly number[]): boolean =>
  problem.kind === 'refused' && codes.includes(problem.code);
