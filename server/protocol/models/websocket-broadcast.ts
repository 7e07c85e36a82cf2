import {gob} from '../../wire/gob/type.js';

/** `model.WebsocketBroadcast`: to whom an event goes; without any field, to every connection. */
export const websocketBroadcast = gob.struct('WebsocketBroadcast', {
  UserId: gob.string,
  ChannelId: gob.string,
  TeamId: gob.string,
});
