import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import type {Readable} from 'node:stream';
import axios from 'axios';
import type {ProbeSite, SiteAnswer} from '../../core/ports/probe-site.js';

/** Node's names for certificates that Zoom would not take either: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const BAD_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_CERT/;

/** HTTPS_PROXY and NO_PROXY of the environment are honoured, as in all that goes out. */
export const probeSite: ProbeSite = async (url, signal) => {
  try {
    const {status, data} = await axios.get<Readable>(url, {
      signal,
      maxRedirects: 0,
      responseType: 'stream',
      validateStatus: () => true,
      headers: {'User-Agent': 'zoom-for-mattermost'},
      httpAgent: new HttpAgent({keepAlive: false}),
      httpsAgent: new HttpsAgent({keepAlive: false}),
    });
    data.on('error', () => undefined).destroy();
    return {kind: 'answered', status};
  } catch (error) {
    return notAnswered(error);
  }
};

function notAnswered(error: unknown): SiteAnswer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return {kind: BAD_CERTIFICATE.test(code) ? 'bad-certificate' : 'not-answered'};
}
