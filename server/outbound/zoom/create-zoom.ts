import {hasCode} from '../../core/ports/port-error.js';
import {createCalls} from '../../core/ports/zoom/calls.js';
import {endpointOf, withWindow} from '../../core/ports/zoom/operation-endpoint.js';
import {createOperationCalls} from '../../core/ports/zoom/operations.js';
import {rawEndpoint} from '../../core/ports/zoom/raw-request.js';
import type {Zoom} from '../../core/ports/zoom.js';
import {type ClientDeps, createClient} from './create-client.js';

/** Zoom over its REST API, for one consistent set of settings: a method for each row of the table. */
export function createZoom(deps: ClientDeps): Zoom {
  const client = createClient(deps);
  return {
    clockAhead: client.clockAhead,
    consent: client.consent,
    as: (subject, signal) => {
      const calls = createCalls((name, row) => (input) => client.call({name, row, subject, signal}, input));
      return {
        ...calls,
        operations: createOperationCalls((name, operation) => {
          const row = endpointOf(operation);
          return async (input) =>
            withWindow(operation, input, await client.call({name, row, subject, signal}, input));
        }),
        raw: (request) => client.call({name: 'raw', row: rawEndpoint(request), subject, signal}, undefined),
        signIn: async () => {
          const scopes = await client.scopes(subject, signal);
          // A token that we signed ourselves proves nothing until Zoom has seen it; a consent has been proved already.
          if (scopes === undefined && client.consent === undefined)
            await calls.findUser().catch(unlessSignedIn);
          return {scopes};
        },
      };
    },
  };
}

/** Zoom looks at the token first: anybody who is told anything else has signed in. */
function unlessSignedIn(error: unknown): void {
  const kind = hasCode(error, 'zoom-trouble') ? error.details.problem.kind : undefined;
  const isAnswered = ['refused', 'invalid', 'missing-scope', 'forbidden'].some((answer) => answer === kind);
  if (!isAnswered) throw error;
}
