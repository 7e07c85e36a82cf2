import {parseArgs} from 'node:util';
import {type Connection, isConnection} from './connection.js';

export const USAGE = `Usage:
  npm start                    try the plugin in your browser
  npm start -- --port N        the same on a port of your choice
  npm start -- --standalone    try the service beside Mattermost instead (also with --port N);
                               with --web-app the web app is installed, too, for its buttons
  npm start -- --terminal      try it in this terminal
  npm start -- --script FILE   carry out the lines of a file; the same with lines that are piped in

With any of them:
  --connection KIND            how it is connected to Zoom at first: server_to_server (nobody has to connect),
                               user (everyone their own account) or account (one administrator for everyone)`;

/** What to run. Lines come from the file `script`, as it was named, or else from the input. */
export type Mode = {connection: Connection} & (
  | {kind: 'browser'; port: number; carrier: 'plugin' | 'service'; hasWebApp: boolean}
  | {kind: 'lines'; script?: string}
);

/** Where `npm start` was typed. */
export interface Surroundings {
  /** Somebody types. */
  isTerminal: boolean;
  /** Lines are piped in. */
  hasPipedInput: () => boolean;
}

const HIGHEST_PORT = 65_535;

/** A sentence instead, when the arguments make no sense. */
export function readMode(args: string[], {isTerminal, hasPipedInput}: Surroundings): Mode | string {
  const options = readOptions(args);
  if (options === undefined) return USAGE;
  const {standalone = false, terminal = false, port, script, 'web-app': webApp = false} = options;
  const {connection = 'server_to_server'} = options;
  if (!isConnection(connection) || (webApp && !standalone)) return USAGE;
  const carrier = standalone ? 'service' : 'plugin';
  const browser = {kind: 'browser', carrier, hasWebApp: webApp, connection} as const;
  if (terminal || script !== undefined) {
    if (standalone || port !== undefined || (terminal && script !== undefined)) return USAGE;
    return {kind: 'lines', connection, ...(script !== undefined && {script})};
  }
  if (port === undefined) {
    const isBrowser = standalone || isTerminal || !hasPipedInput();
    return isBrowser ? {...browser, port: 0} : {kind: 'lines', connection};
  }
  const number = Number(port);
  return Number.isInteger(number) && number > 0 && number <= HIGHEST_PORT
    ? {...browser, port: number}
    : `${port} is no port: give a number from 1 to ${HIGHEST_PORT}.`;
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        standalone: {type: 'boolean'},
        'web-app': {type: 'boolean'},
        terminal: {type: 'boolean'},
        port: {type: 'string'},
        script: {type: 'string'},
        connection: {type: 'string'},
      },
    }).values;
  } catch {
    return undefined;
  }
}
