import {parseArgs} from 'node:util';
import {PRODUCT_VERSION} from '../../../core/domain/product-version.js';
import {printable} from '../../../lib/printable.js';
import {ConfigError} from '../read-config.js';
import {check} from './check.js';
import type {CliParts, Command} from './command.js';
import {copyStoreCommand} from './copy-store.js';
import {init} from './init.js';
import {serve} from './serve.js';
import {takeUpCards} from './take-up-cards.js';

const USAGE = `Usage: zoom-mattermost [command] [--config FILE]

  serve        run the service (what happens without a command)
  check        say what is wrong and what to do; the exit status is 1 then. --json: for programs
  init         ask a few questions, create the bot account, and write the configuration.
               --force: do it again over a configuration that is there; --yes: ask nothing, take the environment
  copy-store   copy all data: --from ADDRESS --to ADDRESS (for example sqlite:… to postgres://…);
               with --force, what the target holds is replaced
  take-up-cards
               after a restore: follow the meetings again that were started after the back-up,
               --since 2h (or a date and time) [--dry-run]
  --version    print the version

Settings are read from FILE (zoom-mattermost.json), and from the environment: MM_ZOOM_ and the name of the setting,
for example MM_ZOOM_MATTERMOSTURL, or MM_ZOOM_MATTERMOSTTOKEN_FILE for a file that holds the value.`;

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  check,
  init,
  'copy-store': copyStoreCommand,
  'take-up-cards': takeUpCards,
};

/** Runs one command. Anything that goes wrong becomes a sentence on stderr and an exit status. */
export async function runCli(process: NodeJS.Process, parts: CliParts): Promise<number> {
  const complain = (text: string): void => void process.stderr.write(`${printableLines(text)}\n`);
  // The reader may have read enough (`check | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const typed = readArguments(process.argv.slice(2));
  if (typed === undefined) {
    complain(USAGE);
    return 2;
  }
  const say = (line: string): void => void process.stdout.write(`${printableLines(line)}\n`);
  if (typed.options.help === true) {
    say(USAGE);
    return 0;
  }
  if (typed.options.version === true) {
    say(PRODUCT_VERSION);
    return 0;
  }
  // Timers of the product never keep a process alive.
  const alive = setInterval(() => undefined, 60_000);
  try {
    return await typed.command({...parts, process, say, options: typed.options});
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof ConfigError ? 78 : 1;
  } finally {
    clearInterval(alive);
  }
}

/** Names from Mattermost, and what its server answers, are other people's words. */
const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** `undefined`: they cannot be understood, and the usage is shown. */
function readArguments(args: string[]) {
  try {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: {type: 'string'},
        from: {type: 'string'},
        to: {type: 'string'},
        since: {type: 'string'},
        'dry-run': {type: 'boolean'},
        force: {type: 'boolean'},
        yes: {type: 'boolean'},
        json: {type: 'boolean'},
        version: {type: 'boolean', short: 'v'},
        help: {type: 'boolean', short: 'h'},
      },
    });
    const [name = 'serve', ...others] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    return command === undefined || others.length > 0 ? undefined : {command, options: values};
  } catch {
    return undefined;
  }
}
