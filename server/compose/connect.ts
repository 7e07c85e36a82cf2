import type {Consenter} from '../core/domain/connect-attempt.js';
import {MODES} from '../core/domain/modes.js';
import type {AskedPlaces} from '../core/ports/asked-places.js';
import type {Audit} from '../core/ports/audit.js';
import type {Capabilities} from '../core/domain/capabilities.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Jobs} from '../core/ports/jobs.js';
import type {KeyValue} from '../core/ports/key-value.js';
import type {Logger} from '../core/ports/logger.js';
import type {Pairings} from '../core/ports/pairings.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createAuditRefusal} from '../core/usecases/audit-refusal.js';
import {createBeginConnect} from '../core/usecases/begin-connect.js';
import {createDisconnect} from '../core/usecases/disconnect.js';
import {createGiveBack} from '../core/usecases/give-back.js';
import {createHearOfDeactivation} from '../core/usecases/hear-of-deactivation.js';
import {createKeepConsent, createReplaceAccount} from '../core/usecases/keep-consent.js';
import {createReceiveReturn} from '../core/usecases/receive-return.js';
import {createRedeemConsent} from '../core/usecases/redeem-consent.js';
import {createRevokeKept} from '../core/usecases/revoke-kept.js';
import type {StartMeeting} from '../core/usecases/start-meeting.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import {leadByLink} from '../inbound/commands/connect.js';
import {leadByTicket} from '../inbound/commands/lead-by-ticket.js';
import type {RenderStart} from '../inbound/commands/render-start.js';
import {connectUrlIn} from '../inbound/connect-url.js';
import {createConnectTickets} from '../inbound/connect/connect-tickets.js';
import {createFinishConnect} from '../inbound/connect/finish-connect.js';
import {createTellOutcome} from '../inbound/connect/tell-outcome.js';
import type {Situation} from '../inbound/features.js';
import {createSigner} from '../lib/create-signer.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';
import {createAccountOffers} from '../outbound/store/account-offers.js';
import {createConnectAttempts} from '../outbound/store/connect-attempts.js';
import {createParkedCodes} from '../outbound/store/parked-codes.js';
import {createRevocations} from '../outbound/store/revocations.js';
import {connectWay, redirectUriIn} from './connect-way.js';
import type {Consents} from './consents.js';
import {keyFor} from './key-for.js';

/** Of what a ticket's signature covers. */
const TICKET_VERSION = 'v1';

interface ConnectNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  audit: Audit;
  keyValue: KeyValue;
  jobs: Pick<Jobs, 'schedule'>;
  askedPlaces: AskedPlaces;
  pairings: Pick<Pairings, 'end'>;
  /** Runs on beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<unknown>) => void;
}

/** What goes on once somebody is connected. */
interface ConnectTasks {
  startMeeting: StartMeeting;
  renderStart: RenderStart;
  drawButton: DrawButton;
}

/** How people and administrators connect to Zoom, and end it. */
export function composeConnect(needs: ConnectNeeds) {
  const {capabilities, chat, clock, random, logger, audit, askedPlaces, pairings, inBackground} = needs;
  const allowance = createAllowance();
  const codeAllowance = createAllowance();
  /** Short enough to be read out. */
  const newReference = (): string => newId(random).slice(0, 8);
  return {
    assemble(situation: Situation, zoom: Zoom | undefined, {keys, grants, alone}: Consents) {
      const {settings, site} = situation;
      const rows = {keyValue: needs.keyValue, clock, random, logger, keys};
      const way = connectWay(settings, site, zoom);
      const isSetUp = way !== undefined;
      const connection = settings.zoom?.connection;
      // Also while the settings lack something: the words of the command are those of the mode.
      const consent = MODES.find(({name}) => name === settings.mode)?.consent ?? 'nobody';
      const redirectUri = redirectUriIn(site);
      const revocations = createRevocations(rows);
      const revokeKept = createRevokeKept({revocations, grants, consent: zoom?.consent});
      const giveBack = createGiveBack({
        revocations,
        jobs: needs.jobs,
        revokeKept,
        clock,
        newId: () => newId(random),
        inBackground,
      });
      const keeping = {grants, alone, offers: createAccountOffers(rows), chat, clock, giveBack, audit};
      const attempts = createConnectAttempts(rows);
      const consenter: Consenter = consent === 'account' ? 'account' : 'person';
      const auditRefusal = createAuditRefusal({audit, consent: consenter});
      const parkedCodes = createParkedCodes(rows);
      const key = keyFor(settings, 'connect-ticket-hmac/v1');
      const connectTickets = createConnectTickets({
        signer: key && createSigner(key, TICKET_VERSION),
        publicUrl: site.publicUrl,
        clock,
      });
      return {
        consent,
        redirectUri,
        revokeKept,
        auditRefusal,
        replaceAccount: createReplaceAccount(keeping),
        disconnect: createDisconnect({grants, giveBack, audit}),
        hearOfDeactivation: createHearOfDeactivation({pairings, grants, giveBack, audit, logger}),
        connectTickets,
        parkedCodes,
        consenter,
        beginConnect: createBeginConnect({way, attempts, chat, clock, random, allowance}),
        receiveReturn: createReceiveReturn({way, attempts}),
        /** The routes, which need what is started for people. */
        finish({startMeeting, renderStart, drawButton}: ConnectTasks) {
          const telling = {chat, clock, logger, texts, startMeeting, renderStart, drawButton, redirectUri};
          const tellOutcome = createTellOutcome(telling);
          const redeemConsent = createRedeemConsent({
            way,
            reach: connection?.scopes ?? 'none',
            chat,
            keepConsent: createKeepConsent(keeping),
            giveBack,
            logger,
            newReference,
          });
          const finishConnect = createFinishConnect({
            redeemConsent,
            auditRefusal,
            askedPlaces,
            tellOutcome,
            clock,
            inBackground,
          });
          const leadToConnect = capabilities.sessions
            ? leadByLink({connectUrl: connectUrlIn(site, capabilities), redirectUri, isSetUp})
            : leadByTicket({
                connectTickets,
                parkedCodes,
                finishConnect,
                auditRefusal,
                chat,
                clock,
                logger,
                redirectUri,
                isSetUp,
                allowance: codeAllowance,
              });
          return {tellOutcome, finishConnect, leadToConnect};
        },
      };
    },
  };
}
