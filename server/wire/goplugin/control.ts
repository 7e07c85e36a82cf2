import {gob} from '../gob/type.js';
import {emptyType} from '../netrpc/message-types.js';

/** Calls on the first stream of a connection: name, argument, reply. */
export const control = {
  /** Is the plugin there? The argument says nothing. */
  ping: {method: 'Control.Ping', args: gob.bool, reply: emptyType},
  /** The plugin is to end its process once it has answered. */
  quit: {method: 'Control.Quit', args: gob.bool, reply: emptyType},
  /** The name of a service; the reply is the broker id under which the plugin serves it. */
  dispense: {method: 'Dispenser.Dispense', args: gob.string, reply: gob.uint},
} as const;
