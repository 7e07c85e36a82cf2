import type {Capabilities} from '../core/domain/capabilities.js';
import {joinPageBeside} from '../core/domain/join-page.js';
import {SecretText} from '../core/domain/secret-text.js';
import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Audit} from '../core/ports/audit.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {StreamPasses} from '../core/ports/stream-passes.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import type {NotInZoom} from '../core/usecases/find-host.js';
import {createListStreamUrls} from '../core/usecases/list-stream-urls.js';
import {createMakeStreamUrl} from '../core/usecases/make-stream-url.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRevokeStreamUrl} from '../core/usecases/revoke-stream-url.js';
import {createDescribeObstacle} from '../inbound/describe-obstacle.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import {createDescribeStreamUrl} from '../inbound/describe-stream-url.js';
import type {Situation} from '../inbound/features.js';
import {createRenderStreamUrl} from '../inbound/render-stream-url.js';
import {createTellStreamUrl} from '../inbound/tell-stream-url.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {newId} from '../lib/new-id.js';
import {newCode} from '../lib/spoken-code.js';

interface StreamUrlsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  audit: Audit;
  cards: Cards;
  streamPasses: StreamPasses;
}

interface StreamUrlsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  describeStart: DescribeStart;
}

/** 256 bits, which nobody guesses. */
const TOKEN_BYTES = 32;

/** Ways into one meeting for people outside, who come through the join page. */
export function composeStreamUrls({
  capabilities,
  chat,
  clock,
  random,
  logger,
  audit,
  cards,
  streamPasses,
}: StreamUrlsNeeds) {
  const allowance = createAllowance();
  return {
    listStreamUrls: createListStreamUrls({streamPasses, chat}),
    revokeStreamUrl: createRevokeStreamUrl({streamPasses, chat, audit}),
    assemble({settings, site}: Situation, {zoom, consents, describeStart}: StreamUrlsTasks) {
      const page = joinPageBeside(settings.joinPage, site.url);
      const settingsUrl = settingsUrlIn(site, capabilities);
      const describeObstacle = createDescribeObstacle({describeStart});
      const renderStreamUrl = createRenderStreamUrl({settingsUrl});
      return {
        hasJoinPage: page !== undefined,
        makeStreamUrl: createMakeStreamUrl({
          zoom,
          consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
          accountId: settings.accountId,
          trustUnverifiedEmails: settings.trustUnverifiedEmails,
          // Other settings may lead to another Zoom account.
          strangers: createRecentStrangers<NotInZoom>({clock}),
          cards,
          chat,
          clock,
          logger,
          audit,
          streamPasses,
          allowance,
          page,
          canSignIn: capabilities.sessions,
          newId: () => newId(random),
          newPassId: () => newCode(random),
          newToken: () => new SecretText(Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')),
          hosts: linkHosts(settings.zoom?.addresses),
        }),
        describeStreamUrl: createDescribeStreamUrl({
          describeObstacle,
          settingsUrl,
          adminsMay: page?.adminsMayShare ?? false,
        }),
        renderStreamUrl,
        tellStreamUrl: createTellStreamUrl({capabilities, chat, clock, renderStreamUrl}),
      };
    },
  };
}
