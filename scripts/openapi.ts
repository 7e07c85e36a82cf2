import {ROUTES_PATH} from '../contract/routes.js';
import {API_CALLS} from '../server/inbound/api/api-calls.js';
import {openApiOf} from '../server/inbound/api/open-api.js';

/** Prints the description of the API, as every server has it but for its address. */
process.stdout.write(`${JSON.stringify(openApiOf(API_CALLS, ROUTES_PATH), null, 2)}\n`);
