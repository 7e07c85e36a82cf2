import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {State} from '../state.js';

/** The plugin's events for open clients. */
export function eventFunctions(state: State): Pick<ApiFunctions, 'PublishWebSocketEvent'> {
  return {
    PublishWebSocketEvent: (name, payload = {}, {UserId = '', ChannelId = '', TeamId = ''} = {}) => {
      const broadcast = {user_id: UserId, channel_id: ChannelId, team_id: TeamId};
      const event = {event: name, payload, broadcast};
      state.events.push(event);
      state.changes.tell({kind: 'plugin-event', event});
    },
  };
}
