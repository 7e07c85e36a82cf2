import type {ZoomSimulator} from '../../../sandbox/zoom/zoom-simulator.js';

/** What an event says, as far as tests look at it. */
export interface ToldEvent {
  event: string;
  participant: Record<string, unknown> | undefined;
  object: Record<string, unknown>;
}

/** Lets the simulator send its webhooks to where nobody listens: they are read from its own list. */
export const listenToNobody = (simulator: ZoomSimulator): Promise<unknown> =>
  simulator.subscribe({url: `${simulator.url}/nowhere`, signed: false, shape: 'today'});

/** All that was told, in the order in which it happened. */
export const told = ({deliveries}: ZoomSimulator): ToldEvent[] =>
  deliveries.map(({body}) => {
    const {event, payload} = JSON.parse(body) as {
      event: string;
      payload: {object: {participant?: Record<string, unknown>}};
    };
    return {event, participant: payload.object.participant, object: payload.object};
  });

/** `joined Ben`: in short, without the names' common beginning. */
export const inShort = (simulator: ZoomSimulator): string[] =>
  told(simulator).map(({event, participant}) =>
    [
      event.replace(/^meeting\.(participant_)?/, ''),
      ...(participant ? [String(participant['user_name'])] : []),
    ].join(' '),
  );
