import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance, FOR_IMPORTS} from '../core/usecases/allowance.js';
import type {FindHosted} from '../core/usecases/find-hosted.js';
import type {NotInZoom} from '../core/usecases/find-host.js';
import {createGetInvitation} from '../core/usecases/get-invitation.js';
import {createPostInvitation, type PostInvitationOutcome} from '../core/usecases/post-invitation.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRunningStarts} from '../core/usecases/running-starts.js';
import {createSendInvitation} from '../core/usecases/send-invitation.js';
import {createTellPerson} from '../core/usecases/tell-person.js';
import {createDescribeInvitation} from '../inbound/describe-invitation.js';
import {createDescribeObstacle} from '../inbound/describe-obstacle.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {Situation} from '../inbound/features.js';
import {readerFor} from '../inbound/reader.js';
import {renderInvitation} from '../inbound/render-invitation.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface InvitationsNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  findHosted: FindHosted;
}

interface InvitationsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  describeStart: DescribeStart;
}

/** Zoom's own invitations, and to whom they go. */
export function composeInvitations({chat, clock, random, logger, findHosted}: InvitationsNeeds) {
  const running = createRunningStarts<PostInvitationOutcome>();
  const [allowance, messages] = [createAllowance(FOR_IMPORTS), createAllowance(FOR_IMPORTS)];
  const id = (): string => newId(random);
  const tellPerson = createTellPerson({chat, clock, logger, newId: id, allowance: messages});
  return {
    tellPerson,
    assemble({settings, site}: Situation, {zoom, consents, describeStart}: InvitationsTasks) {
      const hosts = linkHosts(settings.zoom?.addresses);
      const getInvitation = createGetInvitation({
        zoom,
        consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        // Other settings may lead to another Zoom account.
        strangers: createRecentStrangers<NotInZoom>({clock}),
        findHosted,
        clock,
        logger,
        newId: id,
        allowance,
        hosts,
      });
      return {
        getInvitation,
        sendInvitation: createSendInvitation({
          chat,
          getInvitation,
          tellPerson,
          write: (invitation, name, person) => ({
            text: renderInvitation(invitation, name, readerFor(texts, person).translate),
          }),
        }),
        postInvitation: createPostInvitation({
          chat,
          logger,
          getInvitation,
          running,
          confirmAbove: settings.confirmAbove,
          restrictsDirectMessages: site.restrictsDirectMessages,
          write: (invitation, name) => ({
            type: '',
            message: renderInvitation(invitation, name, texts(site.locale)),
            props: {},
          }),
        }),
        describeInvitation: createDescribeInvitation({
          describeObstacle: createDescribeObstacle({describeStart}),
        }),
        linkHosts: hosts,
      };
    },
  };
}
