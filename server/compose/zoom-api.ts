import type {Capabilities} from '../core/domain/capabilities.js';
import {createCleaning} from '../core/domain/cleaning/create-cleaning.js';
import type {Audit} from '../core/ports/audit.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {KeyValue} from '../core/ports/key-value.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createActInZoom} from '../core/usecases/act-in-zoom.js';
import {auditActing} from '../core/usecases/audit-acting.js';
import {createFindSelf} from '../core/usecases/find-self.js';
import {createSendRaw} from '../core/usecases/send-raw.js';
import {createDescribeActing} from '../inbound/api/describe-acting.js';
import {createDescribeRaw} from '../inbound/api/describe-raw.js';
import {createDeliverRaw} from '../inbound/deliver-raw.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {Situation} from '../inbound/features.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {parseJson} from '../lib/parse-json.js';
import {createKeyedRequests} from '../outbound/store/keyed-requests.js';
import type {Consents} from './consents.js';

interface ZoomApiNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  audit: Audit;
  random: Random;
  keyValue: KeyValue;
}

interface ZoomApiTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: Pick<Consents, 'grants' | 'keys'>;
  describeStart: DescribeStart;
}

/** What other systems do in Zoom through us. */
export const composeZoomApi = ({
  capabilities,
  chat,
  clock,
  logger,
  audit,
  random,
  keyValue,
}: ZoomApiNeeds) => ({
  assemble({settings, site}: Situation, {zoom, consents, describeStart}: ZoomApiTasks) {
    const consent = settings.zoom?.connection.consent ?? 'nobody';
    const connected = zoom && {
      calls: zoom,
      consent,
      findSelf: createFindSelf({
        zoom,
        consents: consent === 'person' ? consents.grants : undefined,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        clock,
      }),
    };
    const {accountApi} = settings;
    const describeActing = createDescribeActing({
      clock,
      describeStart,
      settingsUrl: settingsUrlIn(site, capabilities),
    });
    const cleaning = createCleaning(parseJson);
    return {
      actInZoom: auditActing(
        createActInZoom({
          chat,
          zoom: connected,
          accountApi,
          logger,
          keyedRequests: createKeyedRequests({keyValue, clock, random, logger, keys: consents.keys}),
        }),
        audit,
      ),
      describeActing,
      sendRaw: createSendRaw({chat, zoom: connected, accountApi, cleaning, audit, logger}),
      describeRaw: createDescribeRaw(describeActing),
      deliverRaw: createDeliverRaw({chat, logger}),
    };
  },
});
