import type {UserProfile} from '@mattermost/types/users';
import {systemClock} from '../../../lib/system-clock.js';
import type {FindProxy} from '../../../network/find-proxy.js';
import {createClient, type MattermostClient} from '../mattermost/client.js';
import {RestError} from '../mattermost/rest-error.js';
import {type AddressKind, readAddress} from '../read-address.js';
import {judgeVersion} from './judge-version.js';
import {type Asking, bad, good, type Reading} from './question.js';

/** A system administrator, as whom `init` acts. */
export interface Admin {
  url: string;
  client: MattermostClient;
  me: UserProfile;
}

/** Asks where Mattermost is, and for a system administrator's token there. */
export async function askMattermost({ask, say}: Asking, findProxy: FindProxy): Promise<Admin> {
  const connect = (url: string, token: string): MattermostClient =>
    createClient({url, token, findProxy}, {clock: systemClock});
  const url = await ask({
    name: 'MattermostURL',
    text: 'Address of Mattermost (its Site URL)',
    read: (answer) => readSiteUrl(answer, (address) => connect(address, '')),
  });
  say(
    'A system administrator’s personal access token is needed once, and stored nowhere: Profile → Security → Personal Access Tokens.',
  );
  return ask({
    name: 'AdminToken',
    text: 'Token of a system administrator',
    isSecret: true,
    read: async (token): Promise<Reading<Admin>> => {
      const client = connect(url, token);
      const reading = await readAdmin(client);
      return reading.ok ? good({url, client, me: reading.value}) : reading;
    },
  });
}

/** Reads a web address. */
export function readWebAddress(answer: string, kind: AddressKind): Reading<string> {
  const reading = readAddress(answer, kind);
  return reading.ok ? good(reading.address) : bad(`The address ${reading.problem}.`);
}

async function readSiteUrl(
  answer: string,
  connect: (url: string) => MattermostClient,
): Promise<Reading<string>> {
  const address = readWebAddress(answer, 'site');
  if (!address.ok) return address;
  try {
    const {Version = ''} = await connect(address.value).api.getClientConfig();
    const version = judgeVersion(Version);
    return version.state === 'works' ? address : bad(`${version.title}: ${version.text}`);
  } catch (error) {
    if (error instanceof RestError) return bad(`${error.message}.`);
    throw error;
  }
}

async function readAdmin({api}: MattermostClient): Promise<Reading<UserProfile>> {
  try {
    const me = await api.getMe();
    if (me.is_bot) return bad(`The token is the bot @${me.username}’s, and a bot cannot make bots.`);
    const isAdmin = me.roles.split(' ').includes('system_admin');
    return isAdmin
      ? good(me)
      : bad(
          `The token is @${me.username}’s, who is no system administrator. The token must be a system administrator’s.`,
        );
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return bad(
      error.status === 401
        ? 'Mattermost does not know this token. Personal access tokens count only while System Console → Integrations → Integration Management → Enable Personal Access Tokens is on.'
        : `${error.message}.`,
    );
  }
}
