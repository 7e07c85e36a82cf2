import {systemClock} from '../../../lib/system-clock.js';
import type {FindProxy} from '../../../network/find-proxy.js';
import {createClient} from '../mattermost/client.js';
import {RestError} from '../mattermost/rest-error.js';
import {type AddressKind, readAddress} from '../read-address.js';
import {serviceSchema} from '../service-config.js';
import type {Ask} from './ask.js';

/** What questions about addresses are asked with. */
export interface Asking {
  ask: Ask;
  say: (line: string) => void;
  findProxy: FindProxy;
}

/** Asks for a web address, again where one can see that it is none. */
export async function askAddress(asking: Asking, question: string, kind: AddressKind): Promise<string> {
  const reading = readAddress(await asking.ask(question), kind);
  if (reading.ok) return reading.address;
  asking.say(`The address ${reading.problem}.`);
  return askAddress(asking, question, kind);
}

/** Asks until Mattermost answers at the address: nobody types a token for nothing. */
export async function askMattermostUrl(asking: Asking): Promise<string> {
  const {say, findProxy} = asking;
  const url = await askAddress(asking, 'Address of Mattermost (its Site URL)', 'site');
  try {
    await createClient({url, token: '', findProxy}, {clock: systemClock}).api.ping(false);
    return url;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    say(`${error.message}.`);
    return askMattermostUrl(asking);
  }
}

/** Asks for host and port. */
export async function askListen(asking: Asking): Promise<string> {
  const typed = await asking.ask('Address to listen at', {fallback: '127.0.0.1:8066'});
  const reading = serviceSchema.shape.Listen.safeParse(typed);
  if (reading.success) return typed;
  asking.say(`The address ${reading.error.issues[0]?.message ?? ''}.`);
  return askListen(asking);
}
