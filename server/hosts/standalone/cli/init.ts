import {lstatSync} from 'node:fs';
import {MODES} from '../../../core/domain/modes.js';
import {systemClock} from '../../../lib/system-clock.js';
import {createClient} from '../mattermost/client.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {type Ask, createAsk} from './ask.js';
import {askAddress, askListen, askMattermostUrl, type Asking} from './ask-address.js';
import {askMode} from './ask-mode.js';
import {createBot} from './create-bot.js';
import type {CliContext} from './command.js';
import {writePrivate} from './write-private.js';

/**
 * Asks for what only a person knows, creates the bot account with an administrator's token, and writes the
 * configuration.
 */
export async function init({process, options, say}: CliContext): Promise<number> {
  const file = options.config ?? 'zoom-mattermost.json';
  // A link counts, wherever it leads.
  if (lstatSync(file, {throwIfNoEntry: false}) !== undefined && options.force !== true) {
    throw new Error(`${file} exists already: \`--force\` replaces it.`);
  }
  const ask = createAsk(process);
  try {
    const findProxy = proxyOfEnvironment(process.env);
    const config = {...(await askMattermost({ask, say, findProxy})), ...(await askZoom(ask, say))};
    writePrivate(file, `${JSON.stringify(config, undefined, 2)}\n`);
    say(`\n${file} is written; nobody but this account can read it.`);
    say(
      'Revoke the administrator’s token now. Then run `zoom-mattermost check`, and `zoom-mattermost` to start.',
    );
    return 0;
  } finally {
    ask.close();
  }
}

async function askMattermost(asking: Asking): Promise<Record<string, unknown>> {
  const {ask, say, findProxy} = asking;
  const MattermostURL = await askMattermostUrl(asking);
  say('An administrator’s personal access token is needed once; it is stored nowhere.');
  const token = await ask('Token of a system administrator', {isSecret: true});
  const admin = createClient({url: MattermostURL, token, findProxy}, {clock: systemClock});
  const isTrusted = /^y/i.test(
    await ask(
      'May the bot be a system administrator? It then sees who signs in by single sign-on, so that their addresses count',
      {fallback: 'no'},
    ),
  );
  const MattermostToken = await createBot(admin, {isAdmin: isTrusted, say});
  const ServiceURL = await askAddress(
    asking,
    'Address at which Zoom and Mattermost reach this service, for example https://zoom.example.org',
    'origin',
  );
  const Listen = await askListen(asking);
  const Store = await ask('Store (sqlite:<file> or postgres://…)', {
    fallback: 'sqlite:zoom-mattermost.db',
    isSecret: false,
  });
  return {
    MattermostURL,
    MattermostToken,
    ServiceURL,
    Listen,
    Store,
    ...(isTrusted ? {} : {TrustUnverifiedEmails: await askTrust(ask)}),
  };
}

const askTrust = async (ask: Ask): Promise<boolean> =>
  /^y/i.test(
    await ask(
      'Should every address in Mattermost count, confirmed or not? People who can change their address could then start meetings as somebody else; without it, nobody can start',
      {fallback: 'no'},
    ),
  );

/** The first mode that this dialogue knows to ask for. */
async function askZoom(ask: Ask, say: (line: string) => void): Promise<Record<string, unknown>> {
  const mode = MODES.find(({source}) => source !== undefined);
  return {
    ...(mode !== undefined && (await askMode(mode, {ask, say}))),
    ZoomWebhookSecret: await ask('Secret Token (Feature → Access)', {isSecret: true}),
  };
}
