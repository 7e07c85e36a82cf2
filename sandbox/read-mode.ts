import {parseArgs} from 'node:util';
import {type Connection, isConnection} from './connection.js';

export const USAGE = `Usage:
  npm start                    try the plugin in your browser
  npm start -- --port N        the same on a port of your choice
  npm start -- --standalone    try the service beside Mattermost instead (also with --port N);
                               with --web-app the web app is installed, too, for its buttons
  npm start -- --tour          watch a card through whole meetings, here and in your browser (also with --port N);
                               with --fast without pauses, and it ends by itself
  npm start -- --terminal      try it in this terminal
  npm start -- --script FILE   carry out the lines of a file; the same with lines that are piped in

With any of them but the tour:
  --connection KIND            how it is connected to Zoom at first: server_to_server (nobody has to connect),
                               user (everyone their own account) or account (one administrator for everyone)`;

/** What to run. Lines come from the file `script`, as it was named, or else from the input. */
export type Mode =
  | {kind: 'help'}
  | ({connection: Connection} & (
      | {kind: 'browser'; port: number; carrier: 'plugin' | 'service'; hasWebApp: boolean}
      | {kind: 'tour'; port: number; isFast: boolean}
      | {kind: 'lines'; script?: string}
    ));

/** Where `npm start` was typed. */
export interface Surroundings {
  /** Somebody types. */
  isTerminal: boolean;
  /** Lines are piped in. */
  hasPipedInput: () => boolean;
}

const HIGHEST_PORT = 65_535;

/** A sentence instead, when the arguments make no sense. */
export function readMode(args: string[], surroundings: Surroundings): Mode | string {
  const options = readOptions(args);
  if (options?.help === true) return {kind: 'help'};
  if (options === undefined || !makesSense(options)) return USAGE;
  const {connection = 'server_to_server', port: typedPort, script} = options;
  if (!isConnection(connection)) return USAGE;
  if (options.terminal || script !== undefined) {
    return {kind: 'lines', connection, ...(script !== undefined && {script})};
  }
  const port = readPort(typedPort);
  if (typeof port === 'string') return port;
  if (options.tour) return {kind: 'tour', port, isFast: options.fast ?? false, connection};
  const {standalone = false, 'web-app': hasWebApp = false} = options;
  const isPiped = !surroundings.isTerminal && surroundings.hasPipedInput();
  if (isPiped && !standalone && typedPort === undefined) return {kind: 'lines', connection};
  return {kind: 'browser', port, carrier: standalone ? 'service' : 'plugin', hasWebApp, connection};
}

type Options = NonNullable<ReturnType<typeof readOptions>>;

/** No two of them say what to show, and nothing is said of what is not shown. */
function makesSense(options: Options): boolean {
  const {standalone, terminal, tour, fast, port, script, connection} = options;
  const shows = [standalone, terminal, tour, script !== undefined].filter((isShown) => isShown === true);
  if (shows.length > 1) return false;
  if (port !== undefined && (terminal || script !== undefined)) return false;
  if (connection !== undefined && tour) return false;
  return (!options['web-app'] || standalone === true) && (!fast || tour === true);
}

/** 0: a free one. A sentence instead, when it is none. */
function readPort(typed: string | undefined): number | string {
  if (typed === undefined) return 0;
  const number = Number(typed);
  return Number.isInteger(number) && number > 0 && number <= HIGHEST_PORT
    ? number
    : `${typed} is no port: give a number from 1 to ${HIGHEST_PORT}.`;
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        standalone: {type: 'boolean'},
        'web-app': {type: 'boolean'},
        terminal: {type: 'boolean'},
        tour: {type: 'boolean'},
        fast: {type: 'boolean'},
        port: {type: 'string'},
        script: {type: 'string'},
        connection: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
      },
    }).values;
  } catch {
    return undefined;
  }
}
